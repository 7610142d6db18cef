# cmake -DSCDOC=... -DFROM=page.scd -DTO=page -P man.cmake: a manual page of scdoc's source.
execute_process(COMMAND ${SCDOC} COMMAND awk -f ${CMAKE_CURRENT_LIST_DIR}/man.awk
  INPUT_FILE ${FROM} OUTPUT_FILE ${TO} COMMAND_ERROR_IS_FATAL ANY)
