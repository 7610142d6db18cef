/*
 * Tests a parser of your own: it gets messages whose verdict is known, and the program
 * counts what the parser lets through. The parser here only counts braces.
 */
#include <stdio.h>

#include <dsi/vectors.h>

/* A parser that looks only at braces and quotes. */
static bool my_parser(dsi_string message)
{
    bool in_string = false;
    int open = 0;

    for (size_t i = 0; i < message.length; i++) {
        char byte = message.data[i];

        if (in_string && byte == '\\') {
            i++;
        } else if (byte == '"') {
            in_string = !in_string;
        } else if (!in_string) {
            open += (byte == '{') - (byte == '}');
        }
        if (open < 0) {
            return false;
        }
    }
    return open == 0 && !in_string && message.length > 0;
}

int main(void)
{
    static dsi_vectors vectors;
    size_t refused = 0;
    size_t let_through = 0;

    dsi_vectors_begin(&vectors, dsi_message_find(dsi_str("start-request")), 7, true);
    for (int i = 0; i < 2000; i++) {
        dsi_vector vector;
        bool accepted;

        dsi_vectors_next(&vectors, &vector);
        accepted = my_parser(vector.bytes);
        if (accepted && vector.code != DSI_OK) {
            printf("let through: %s, at '%s'\n", vector.why, vector.path);
            let_through++;
        } else if (!accepted && vector.code == DSI_OK) {
            refused++;
        }
    }
    printf("of 1000 good messages %zu were refused, of 1000 bad ones %zu let through\n",
           refused, let_through);
    return 0;
}
