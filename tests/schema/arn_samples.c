/*
 * tests/schema/arn_samples.c - ARNs, each with the reason why it is in the table and
 * the verdict of each level.
 */
#include "tests/schema/arn_samples.h"

#include "tests/schema/sample.h"

#define RDS DSI_ARN_RDS_CLUSTER
#define SECRET DSI_ARN_SECRET
#define YES VERDICT_YES
#define NO VERDICT_NO
#define EITHER VERDICT_EITHER

const arn_sample arn_samples[] = {
    {"as the Aurora guide writes it", RDS,
     BYTES("arn:aws:rds:us-east-2:123456789012:cluster:my-aurora-cluster-1"), true,
     YES},
    {"the partition of China", RDS,
     BYTES("arn:aws-cn:rds:cn-north-1:123456789012:cluster:my-cluster"), true, YES},
    {"the partition of GovCloud", RDS,
     BYTES("arn:aws-us-gov:rds:us-gov-west-1:123456789012:cluster:c1"), true, YES},
    {"the partition ISO", RDS,
     BYTES("arn:aws-iso:rds:us-iso-east-1:123456789012:cluster:c1"), true, YES},
    {"the partition ISO-B", RDS,
     BYTES("arn:aws-iso-b:rds:us-isob-east-1:123456789012:cluster:c1"), true, YES},
    {"the partition ISO-E", RDS,
     BYTES("arn:aws-iso-e:rds:eu-isoe-west-1:123456789012:cluster:c1"), true, YES},
    {"the partition ISO-F", RDS,
     BYTES("arn:aws-iso-f:rds:us-isof-south-1:123456789012:cluster:c1"), true, YES},
    {"the partition of the European Sovereign Cloud", RDS,
     BYTES("arn:aws-eusc:rds:eusc-de-east-1:123456789012:cluster:c1"), true, YES},
    {"a region whose first word has three letters", RDS,
     BYTES("arn:aws:rds:abc-north-12:123456789012:cluster:c1"), true, YES},
    {"the first word of a region is no longer than four letters", RDS,
     BYTES("arn:aws:rds:abcde-north-1:123456789012:cluster:c1"), true, NO},
    {"RDS stores names in lower case", RDS,
     BYTES("arn:aws:rds:us-west-2:123456789012:cluster:DB-1"), true, NO},
    {"eleven digits, as an RDS page has it", RDS,
     BYTES("arn:aws:rds:us-east-1:12345667890:cluster:das-cluster"), false, NO},
    {"thirteen digits, as an RDS page has it", RDS,
     BYTES("arn:aws:rds:us-east-1:1234567890123:cluster:my-pg-cluster"), false, NO},
    {"a global cluster", RDS,
     BYTES("arn:aws:rds::123456789012:global-cluster:myglobalcluster"), false, NO},
    {"an instance", RDS,
     BYTES("arn:aws:rds:us-east-2:123456789012:db:my-mysql-instance-1"), false, NO},
    {"a cluster's endpoint", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster-endpoint:mycustomendpoint"),
     false, NO},
    {"a cluster's snapshot", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster-snapshot:mydbclustersnapshot"),
     false, NO},
    {"the shortest match, longer than the minimum length", RDS,
     BYTES("arn::rds::123456789012:cluster:"), true, NO},
    {"hyphens alone satisfy the pattern", RDS,
     BYTES("arn:-:rds:-:123456789012:cluster:-"), true, NO},
    {"a name begins with a letter", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:1abc"), true, NO},
    {"two hyphens in a row", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:a--b"), true, NO},
    {"a hyphen at the end", RDS, BYTES("arn:aws:rds:us-east-1:123456789012:cluster:a-"),
     true, NO},
    {"underscore and slash satisfy the pattern", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:a_b/c"), true, NO},
    {"a name of 63 characters", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:"
           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
     true, YES},
    {"a name of 64 characters", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:"
           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
     true, NO},
    {"$ is the end, not the newline before it", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:c1\n"), false, NO},
    {"the prefix has case", RDS, BYTES("ARN:aws:rds:us-east-1:123456789012:cluster:c1"),
     false, NO},
    {"digits of another script", RDS,
     BYTES("arn:aws:rds:us-east-1:"
           "\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4\xd9\xa5\xd9\xa6\xd9\xa7\xd9\xa8\xd9\xa9"
           "\xd9\xa0\xd9\xa1\xd9\xa2"
           ":cluster:c1"),
     false, NO},
    {"a dot in the name", RDS,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster:my.cluster"), false, NO},
    {"a secret that RDS manages", SECRET,
     BYTES("arn:aws:secretsmanager:us-west-2:123456789012:secret:rds!cluster-01234567-"
           "89ab-cdef-0123-456789abcdef-NEq9xL"),
     true, YES},
    {"another secret that RDS manages", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-fedcba98-"
           "7654-3210-fedc-ba9876543210-sk0gOX"),
     true, YES},
    {"every kind of character in the name", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/app/"
           "db+x=y.z@w-AbCdEf"),
     true, YES},
    {"a secret in China", SECRET,
     BYTES("arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:s-AbCdEf"), true,
     YES},
    {"a secret in GovCloud", SECRET,
     BYTES("arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a secret in ISO", SECRET,
     BYTES("arn:aws-iso:secretsmanager:us-iso-east-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a secret in ISO-B", SECRET,
     BYTES("arn:aws-iso-b:secretsmanager:us-isob-east-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a secret in ISO-E", SECRET,
     BYTES("arn:aws-iso-e:secretsmanager:eu-isoe-west-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a secret in ISO-F", SECRET,
     BYTES("arn:aws-iso-f:secretsmanager:us-isof-south-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a region whose first word has four letters", SECRET,
     BYTES("arn:aws-eusc:secretsmanager:eusc-de-east-1:123456789012:secret:s-AbCdEf"),
     true, YES},
    {"a region whose number has two digits", SECRET,
     BYTES("arn:aws:secretsmanager:abc-north-12:123456789012:secret:s-AbCdEf"), true,
     YES},
    {"a partial ARN: no suffix", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:MySecret"), true, NO},
    {"a name whose end looks like a suffix", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret"), true,
     EITHER},
    {"no name at all", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:"), true, NO},
    {"a key of the JSON secret after the suffix, as ECS writes it", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:MySecret-AbCdEf:"
           "password::"),
     false, NO},
    {"a space in the name", SECRET,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret:a b-AbCdEf"), false,
     NO},
    {"two, three and four bytes a character, in every part", SECRET,
     BYTES("arn:\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
           ":\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
           ":\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
           ":\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"
           ":\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"),
     false, NO},
    {"the first and last characters of each length", SECRET,
     BYTES("arn:\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf"
           ":\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"
           ":\xc2\x80\xe0\xa0\x80\xed\x9f\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"
           ":\xc2\x80\xe0\xa0\x80\xed\x9f\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"
           ":\xc2\x80\xe0\xa0\x80\xed\x9f\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"),
     false, NO},
    {"a parameter of Systems Manager", SECRET,
     BYTES("arn:aws:ssm:us-east-1:123456789012:parameter/db"), false, NO},
};
const size_t arn_sample_count = sizeof arn_samples / sizeof *arn_samples;
