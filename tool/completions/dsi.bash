# shellcheck shell=bash
# Completion of dsi for bash 4.4 and later.

# The options of a command for a message; for any, if there is none yet.
_dsi_options() {
  local command=$1 message=${2:-start-request start-response get-request get-response}
  local limits=(--max-bytes --max-depth --max-token --memory)

  echo --help
  case $command in
    encode)
      echo --from --http --no-validate --pretty --nulls "${limits[@]}"
      case $message in *start-request*) echo --resource-arn --secret-arn --database-name ;; esac
      case $message in *get-request*) echo --include-models-sdl --max-results --next-token ;; esac
      case $message in *response*) echo --status-text --detail ;; esac
      case $message in *get-request* | *response*) echo --introspection-id ;; esac
      ;;
    decode)
      echo --http --strict --json --chunk "${limits[@]}"
      case $message in *response*) echo --status --header ;; esac
      case $message in *get-response*) echo --stream ;; esac
      ;;
    validate) echo --level --show-values --json "${limits[@]}" ;;
    arn) echo --kind --level --json ;;
    generate) echo --count --seed --broken ;;
    *) echo --version ;;
  esac
}

# What may follow `previous`, an option that takes a value. False if it takes none.
_dsi_values() {
  local command=$1 previous=$2

  case $previous in
    --level)
      echo model documented
      [[ $command == arn ]] || echo agreement
      ;;
    --kind) echo any rds-cluster secret ;;
    --status-text) echo PROCESSING FAILED SUCCESS ;;
    --from | --resource-arn | --secret-arn | --database-name | --introspection-id | \
      --detail | --max-results | --next-token | --status | --header | --chunk | \
      --max-bytes | --max-depth | --max-token | --memory | --count | --seed) ;;
    *) return 1 ;;
  esac
}

_dsi() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command='' message='' each offers=''

  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in
      encode | decode | validate | arn | generate) command=${command:-$each} ;;
      start-request | start-response | get-request | get-response) message=${message:-$each} ;;
    esac
  done
  if [[ $word == '=' ]]; then # --level=
    word=''
  elif [[ $previous == '=' ]]; then # --level=doc
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if offers=$(_dsi_values "$command" "$previous"); then
    [[ $previous != --from ]] || compopt -o default
  elif [[ $word == -* ]]; then
    offers=$(_dsi_options "$command" "$message")
  elif [[ -z $command ]]; then
    offers='encode decode validate arn generate'
  elif [[ $command != arn && -z $message ]]; then
    offers='start-request start-response get-request get-response'
  elif [[ $command == decode || $command == validate ]]; then
    compopt -o default # FILE
  fi
  mapfile -t COMPREPLY < <(compgen -W "$offers" -- "$word")
}

complete -F _dsi dsi
