# shellcheck shell=bash
# Completion of dsi for bash 4.4 and later. It reads the program's help, so it needs no
# list of its own.

_dsi_help() {
  "${1/#\~\//$HOME/}" "${@:2}" --help 2>/dev/null
}

# Prints the options of a command for the messages: one a line, with its value.
_dsi_options() {
  local each

  for each in "${@:3}"; do
    _dsi_help "$1" "$2" "$each"
  done | sed -nE "s/^  (--[a-z0-9-]+( [A-Za-z0-9_|.-]+| '[^']+')?).*/\1/p" | sort -u
}

_dsi() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' message='' help='' each commands messages options='' value='' use='' offers=''

  commands=$(_dsi_help "$1" | sed -nE 's/^  ([a-z]+)  .*/\1/p')
  messages=$(_dsi_help "$1" | sed -nE '/^Messages:/,/^$/ { s/^Messages://; s/[,.]/ /g; p; }')
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $each == help && -z $command ]]; then
      help=help
      continue
    fi
    case " ${commands//$'\n'/ } " in *" $each "*) command=${command:-$each} ;; esac
    case " ${messages//$'\n'/ } " in *" $each "*) message=${message:-$each} ;; esac
  done
  if [[ $word == '=' ]]; then # --level=
    word=''
  elif [[ $previous == '=' ]]; then # --level=doc
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if [[ -n $command ]]; then
    # shellcheck disable=SC2086 # messages are words
    [[ -n $help ]] || options=$(_dsi_options "$1" "$command" ${message:-$messages})
    use=$(_dsi_help "$1" "$command" | sed -n 's/^Usage://p')
  fi
  if [[ $previous =~ ^--[a-z0-9-]+$ ]]; then
    value=$(sed -n "s/^$previous //p" <<<"$options")
  fi

  case $value in
    FILE) compopt -o default ;;
    *'|'*)
      offers=${value//|/ }
      offers=${offers% ...}
      ;;
    ?*) ;; # anything
    *)
      if [[ $word == -* ]]; then
        offers="--help $([[ -n $command$help ]] || echo --version) $(cut -d' ' -f1 <<<"$options")"
      elif [[ -z $command ]]; then
        offers=$commands
      elif [[ $use == *MESSAGE* && -z $message ]]; then
        offers=$messages
      elif [[ $use == *FILE* && -z $help ]]; then
        compopt -o default
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$offers" -- "$word")
}

complete -F _dsi dsi
