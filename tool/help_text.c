/*
 * tool/help_text.c - the parts of the help that no table has: examples, usage, exit
 * statuses. Lines have at most 80 columns.
 */
#include "commands.h"

const char help_program[] =
    "dsi encodes, decodes and checks the messages of AWS AppSync's data source\n"
    "introspection. It never opens a connection.\n"
    "\n"
    "Examples:\n"
    "  dsi encode start-request --resource-arn \"$CLUSTER\" --secret-arn \"$SECRET\" "
    "\\\n"
    "      --database-name orders > body.json\n"
    "  dsi validate start-request body.json\n"
    "  curl -i ... | dsi decode start-response --http --json\n"
    "  dsi encode get-request --introspection-id \"$ID\" --include-models-sdl\n"
    "  set -o pipefail  # else jq's exit status counts, which is 0\n"
    "  curl -i ... | dsi decode get-response --http --stream | jq -cr '.name // .'\n"
    "  dsi arn arn:aws:rds:us-east-1:123456789012:cluster:orders\n"
    "\n"
    "Commands (for more, 'dsi help COMMAND [MESSAGE]', --help or -h):\n"
    "  encode     print a message's bytes\n"
    "  decode     print what a message says, as canonical JSON\n"
    "  validate   print which rules a message breaks\n"
    "  arn        take ARNs apart\n"
    "  generate   print messages to test a parser with\n"
    "  help       print this help, or that of a command\n"
    "\n";

const char help_program_end[] = "\n"
                                "A FILE that is '-' or left out is standard input.\n"
                                "\n"
                                "Exit status:\n"
                                "  0  done; the message is valid\n"
                                "  1  constraint violations found\n"
                                "  2  usage error\n"
                                "  3  the input is not an acceptable message\n"
                                "  4  decode: the answer is a service error, decoded\n"
                                "  5  a file cannot be read or written\n";

const char help_encode[] =
    "Examples:\n"
    "  dsi encode start-request --resource-arn \"$CLUSTER\" --secret-arn \"$SECRET\" "
    "\\\n"
    "      --database-name orders\n"
    "  dsi encode start-request --from body.json --database-name other --http\n"
    "  dsi encode start-response --introspection-id 7 --status-text PROCESSING\n"
    "  dsi encode get-request --introspection-id 7 --max-results 25\n"
    "\n"
    "Usage: dsi encode MESSAGE [OPTION]...\n"
    "Prints the message's bytes; no newline is added. Requests are checked first. A\n"
    "field or --from must be given.\n"
    "For a request without a body it prints the target, path and query. Each member\n"
    "with one value is an option: 'dsi encode MESSAGE --help' lists them.\n";

const char help_decode[] =
    "Examples:\n"
    "  dsi decode start-request body.json other.json\n"
    "  curl -i ... | dsi decode start-response --http\n"
    "  dsi decode start-response answer --status 400 \\\n"
    "      --header 'x-amzn-errortype: BadRequestException'\n"
    "  set -o pipefail\n"
    "  curl -i ... | dsi decode get-response --http --stream | jq -cr '.name // .'\n"
    "  dsi encode get-request --introspection-id 7 | dsi decode get-request\n"
    "\n"
    "Usage: dsi decode MESSAGE [FILE]... [OPTION]...\n"
    "Prints what the message says as canonical JSON. An answer whose status is not\n"
    "2xx is a service error: {\"error\":{...}}, exit status 4. A request without a\n"
    "body is a target, or an object with its members' names. Input of no bytes is\n"
    "refused unless --status or --http says that an answer came.\n";

const char help_validate[] =
    "Examples:\n"
    "  dsi validate start-request body.json\n"
    "  dsi validate start-request --level agreement --show-values < body.json\n"
    "  dsi validate start-request body.json --json | jq -r '.fieldList[].path'\n"
    "  dsi validate get-response --strict page-*.json\n"
    "\n"
    "Usage: dsi validate MESSAGE [FILE]... [OPTION]...\n"
    "Prints nothing if all is well, else a line for each violation. A member that the\n"
    "model does not know is a warning. A request without a body is a target, or an\n"
    "object with its members' names.\n";

const char help_arn[] =
    "Examples:\n"
    "  dsi arn arn:aws:rds:us-east-1:123456789012:cluster:orders\n"
    "  dsi arn --kind secret --level documented \"$SECRET\"\n"
    "  dsi arn --json < arns.txt\n"
    "\n"
    "Usage: dsi arn [ARN]... [OPTION]...\n"
    "Prints the parts of each ARN, or what is wrong and where. Without an ARN it\n"
    "reads one from each line of standard input.\n";

const char help_generate[] =
    "Examples:\n"
    "  dsi generate start-request\n"
    "  dsi generate get-response --count 1000 --seed 7 --broken > vectors.jsonl\n"
    "  dsi generate start-request --count 1 | jq -r .bytes | base64 -d\n"
    "\n"
    "Usage: dsi generate MESSAGE [OPTION]...\n"
    "Prints messages to test a parser with, one JSON object a line: the message, as\n"
    "base64, and the verdict, \"ok\" or \"error\"; with an error also its code and\n"
    "path, and why. A request without a body is a target, a response the body of a\n"
    "2xx answer. The same seed gives the same messages.\n";
