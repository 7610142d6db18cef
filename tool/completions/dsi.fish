# Completion of dsi for fish. It reads the program's help, so it needs no list of its
# own.

function __dsi_help
    set -l program (string replace -r '^~/' "$HOME/" -- (commandline -opc)[1])
    $program $argv --help 2>/dev/null
end

# Prints the options of a command for the messages: --name, value and words, with tabs.
function __dsi_options
    for message in $argv[2..-1]
        __dsi_help $argv[1] $message
    end | string replace -rf '^  (--[a-z0-9-]+)( [A-Za-z0-9_|.-]+| \'[^\']+\')?( +(.*))?$' '$1\t$2\t$4'
end

# Prints the values that an option can have, each one after a prefix.
function __dsi_values
    switch $argv[1]
        case ' FILE'
            __fish_complete_path (string replace -- "$argv[2]" '' (commandline -ct)) | string replace -r '^' -- "$argv[2]"
        case '*|*'
            printf "$argv[2]%s\n" (string split '|' -- (string trim (string replace '|...' '' -- $argv[1])))
    end
end

# Prints the first word of the line that is in a list.
function __dsi_first
    for word in (commandline -opc)[2..-1]
        if contains -- $word $argv
            echo $word
            return
        end
    end
end

function __dsi_offers
    set -l word (commandline -ct)
    set -l previous (commandline -opc)[-1]
    set -l prefix ''
    set -l help (__dsi_help)
    set -l messages (string join ' ' -- $help | string match -r 'Messages: [^.]*' | string match -ar '[a-z]+-[a-z]+')
    set -l commands (string replace -rf '^  ([a-z]+)  .*' '$1' -- $help)
    set -l command (__dsi_first (string match -v help -- $commands))
    set -l helps
    contains -- (__dsi_first $commands) help; and set helps help
    set -l message (__dsi_first $messages)
    set -l use
    set -l options --help\t\t'show help'

    if set -q command[1]
        set use (__dsi_help $command | string match 'Usage:*')
    end
    if set -q command[1]; and not set -q helps[1]
        set -q message[1]; and set -a options (__dsi_options $command $message)
        set -q message[1]; or set -a options (__dsi_options $command $messages)
    else if not set -q helps[1]
        set -a options --version\t\t'show the version'
    end
    if string match -rq '^--[a-z0-9-]+=' -- $word
        set previous (string replace -r '=.*' '' -- $word)
        set prefix "$previous="
    end
    for each in $options
        set -l parts (string split \t -- $each)
        if test "$parts[1]" = "$previous" -a -n "$parts[2]"
            __dsi_values "$parts[2]" "$prefix"
            return
        end
    end

    if string match -q -- '-*' $word
        string replace -r '\t[^\t]*\t' '\t' -- $options
    else if not set -q command[1]
        string replace -rf '^  ([a-z]+)  +(.*)' '$1\t$2' -- $help
    else if string match -q '*MESSAGE*' -- $use; and not set -q message[1]
        printf '%s\n' $messages
    else if string match -q '*FILE*' -- $use; and not set -q helps[1]
        __fish_complete_path $word
    end
end

complete -c dsi -f -a '(__dsi_offers)'
