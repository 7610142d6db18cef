cmake_minimum_required(VERSION 3.25)

# A change of the sources must also change the patches that touch the same lines.
file(GLOB patches ${SOURCE}/tests/planted/*.patch)
foreach(patch IN LISTS patches)
  execute_process(COMMAND ${PATCH} -p1 --dry-run --fuzz=0 --silent -i ${patch}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE status OUTPUT_VARIABLE words
    ERROR_VARIABLE words)
  if(NOT status EQUAL 0)
    message(SEND_ERROR "${patch} does not apply: ${words}")
  endif()
endforeach()
list(LENGTH patches count)
file(STRINGS ${SOURCE}/SECURITY.md claims REGEX "`./dev planted` puts ${count} bugs")
if(NOT claims)
  message(SEND_ERROR "SECURITY.md does not say that there are ${count} planted bugs")
endif()
message(STATUS "${count} patches of planted bugs apply")
