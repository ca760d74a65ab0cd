# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DPROGRAM=<file> -P nogui.cmake: fails when the program needs a library of a window, directly or through others.
execute_process(COMMAND ldd ${PROGRAM} OUTPUT_VARIABLE libraries RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "ldd cannot read ${PROGRAM}; build the target first")
endif()
if(NOT libraries MATCHES "libQt6Core")
  message(FATAL_ERROR "${PROGRAM} does not link Qt Core: this is not the program meant")
endif()
string(REGEX MATCHALL "libQt6(Gui|Widgets|Svg|OpenGL|Multimedia)[^\n]*" forbidden "${libraries}")
if(forbidden)
  list(JOIN forbidden "\n  " lines)
  message(FATAL_ERROR "${PROGRAM} needs the libraries of a window:\n  ${lines}")
endif()
