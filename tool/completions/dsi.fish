# Completion of dsi for fish.

set -l commands encode decode validate arn generate
set -l messages start-request start-response get-request get-response
set -l responses start-response get-response

# Whether the line's command is one of the first argument, and its message one of the
# second, if both say one.
function __dsi_is
    __fish_seen_subcommand_from (string split ' ' $argv[1]); or return
    set -q argv[2]; or return 0
    __fish_seen_subcommand_from (string split ' ' $argv[2]); and return
    not __fish_seen_subcommand_from start-request start-response get-request get-response
end

complete -c dsi -f
complete -c dsi -l help -d 'show help'

set -l none "not __fish_seen_subcommand_from $commands"
complete -c dsi -n $none -l version -d 'show the version'
complete -c dsi -n $none -a encode -d 'print a message\'s bytes'
complete -c dsi -n $none -a decode -d 'print what a message says, as canonical JSON'
complete -c dsi -n $none -a validate -d 'print what a service would refuse in a message'
complete -c dsi -n $none -a arn -d 'take ARNs apart'
complete -c dsi -n $none -a generate -d 'print messages to test a parser with'

set -l none "__dsi_is 'encode decode validate generate'; and not __fish_seen_subcommand_from $messages"
complete -c dsi -n $none -a start-request -d 'the body that starts an introspection'
complete -c dsi -n $none -a start-response -d 'the answer to it'
complete -c dsi -n $none -a get-request -d 'the target that asks how it is doing'
complete -c dsi -n $none -a get-response -d 'the answer to that, with a page of models'
complete -c dsi -n "__dsi_is 'decode validate'; and __fish_seen_subcommand_from $messages" -F

set -l is "__dsi_is encode start-request"
complete -c dsi -n $is -l resource-arn -x -d 'the Aurora cluster'
complete -c dsi -n $is -l secret-arn -x -d 'the secret with its credentials'
complete -c dsi -n $is -l database-name -x -d 'the database'

set -l is "__dsi_is encode get-request"
complete -c dsi -n $is -l include-models-sdl -d 'ask for GraphQL schemas'
complete -c dsi -n $is -l max-results -x -d 'models a page'
complete -c dsi -n $is -l next-token -x -d 'of the page before'

set -l is "__dsi_is encode '$responses'"
complete -c dsi -n $is -l status-text -x -a 'PROCESSING FAILED SUCCESS' -d 'of the introspection'
complete -c dsi -n $is -l detail -x -d 'why, if it failed'

set -l is "__dsi_is encode 'get-request $responses'"
complete -c dsi -n $is -l introspection-id -x -d 'of the introspection'

set -l is "__dsi_is encode"
complete -c dsi -n $is -l from -r -F -d 'begin with the message in a file'
complete -c dsi -n $is -l http -d 'print an HTTP/1.1 message'
complete -c dsi -n $is -l no-validate -d 'do not check first'
complete -c dsi -n $is -l pretty -d 'indent'
complete -c dsi -n $is -l nulls -d 'write members that are not set as null'

set -l is "__dsi_is decode '$responses'"
complete -c dsi -n $is -l status -x -d 'of HTTP'
complete -c dsi -n $is -l header -x -d 'of the answer'

set -l is "__dsi_is decode"
complete -c dsi -n $is -l http -d 'read the HTTP head from the input'
complete -c dsi -n $is -l strict -d 'refuse members that are not known'
complete -c dsi -n $is -l chunk -x -d 'feed so many bytes at a time'
complete -c dsi -n "__dsi_is decode get-response" -l stream -d 'print each model as it comes'

set -l is "__dsi_is validate"
complete -c dsi -n $is -l level -x -a 'model documented agreement' -d 'by which rules'
complete -c dsi -n $is -l show-values -d 'show values, which can be secret'

set -l is "__dsi_is arn"
complete -c dsi -n $is -l kind -x -a 'any rds-cluster secret' -d 'which ARNs to accept'
complete -c dsi -n $is -l level -x -a 'model documented' -d 'by which rules'

set -l is "__dsi_is generate"
complete -c dsi -n $is -l count -x -d 'how many'
complete -c dsi -n $is -l seed -x -d 'which'
complete -c dsi -n $is -l broken -d 'break every second message in one way'

complete -c dsi -n "__dsi_is 'decode validate arn'" -l json -d 'print reports as JSON'

set -l is "__dsi_is 'encode decode validate'"
complete -c dsi -n $is -l max-bytes -x -d 'bytes of the whole message'
complete -c dsi -n $is -l max-depth -x -d 'of objects and arrays inside of each other'
complete -c dsi -n $is -l max-token -x -d 'bytes of one string or number'
complete -c dsi -n $is -l memory -x -d 'bytes that the decode may use'
