# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the house has in common: the language, the warnings, the sanitizers, one precompiled header.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# A faster linker where there is one: the tests are many programs.
find_program(DELPEK_MOLD mold)
if(DELPEK_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  add_link_options(-fuse-ld=mold)
endif()

add_library(delpek_options INTERFACE)
target_include_directories(delpek_options INTERFACE ${CMAKE_SOURCE_DIR}/core)
target_compile_options(delpek_options INTERFACE -Wall -Wextra -Wpedantic)
if(DELPEK_STRICT)
  target_compile_options(delpek_options INTERFACE -Werror)
endif()
target_compile_definitions(delpek_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_JAVA_STYLE_ITERATORS QT_NO_FOREACH JSON_DIAGNOSTICS=0)
if(DELPEK_SANITIZE)
  # The checks left out find wild pointers, as the address sanitizer does, and would cost a third of the build's time.
  target_compile_options(delpek_options INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr
    -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(delpek_options INTERFACE -fsanitize=address,undefined)
endif()
if(DELPEK_TSAN)
  target_compile_options(delpek_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(delpek_options INTERFACE -fsanitize=thread)
endif()
if(DELPEK_FUZZ)
  # GCC builds the product and its warnings count; clang is here for libFuzzer alone.
  target_compile_options(delpek_options INTERFACE -fsanitize=fuzzer-no-link -Wno-error "SHELL:-Xclang -fno-pch-timestamp")
elseif(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees uninitialised moves in std::variant and std::optional where it optimises or a sanitizer rewrote the code.
  target_compile_options(delpek_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(DELPEK_CUT_POINTS)
  target_compile_definitions(delpek_options INTERFACE DELPEK_CUT_POINTS)
endif()

# In a unity build a type of an unnamed namespace may be the field of a named class: each file is still included once.
if(CMAKE_UNITY_BUILD)
  target_compile_options(delpek_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

# delpek_alone(<files…>): sources whose unnamed namespace says a name that a neighbour's says, too. They are compiled by
# themselves where the others are joined (CMAKE_UNITY_BUILD, which takes half off a build with sanitizers).
function(delpek_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# delpek_add_library(<target> <sources…>): a library that is part of each program, or, where BUILD_SHARED_LIBS says so, one that
# all of them share: some three hundred test programs with sanitizers would each carry the whole house, twenty gigabytes of it.
# Compiled alike in both, or no precompiled header would fit: hence no symbol of its own.
function(delpek_add_library target)
  add_library(${target} ${ARGN})
  set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "")
endfunction()

# delpek_library(<folder> LINK <targets…> [SOURCES <files…>]): one library for one folder of core.
function(delpek_library name)
  cmake_parse_arguments(arg "" "" "LINK;SOURCES" ${ARGN})
  delpek_add_library(delpek_${name} ${arg_SOURCES})
  target_link_libraries(delpek_${name} PUBLIC delpek_options ${arg_LINK})
  if(NOT name STREQUAL base)
    target_precompile_headers(delpek_${name} REUSE_FROM delpek_base)
  endif()
endfunction()

# delpek_moc(<target> <source>): the moc of a source that declares a QObject and includes "<source's name>.moc" at its end.
function(delpek_moc target source)
  get_filename_component(stem ${source} NAME_WE)
  file(STRINGS ${source} objects REGEX "Q_OBJECT")
  if(objects)
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/${stem}.moc)
    qt6_generate_moc(${source} ${moc} TARGET ${target})
    set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${moc})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  endif()
endfunction()

# delpek_test(<name> LINK <targets…> [SOURCES <files…>] [TIMEOUT <seconds>] [LABELS <labels…>] [PCH <target>]): one Qt Test program.
function(delpek_test name)
  cmake_parse_arguments(arg "" "TIMEOUT;PCH" "LINK;SOURCES;LABELS" ${ARGN})
  if(NOT arg_SOURCES)
    set(arg_SOURCES ${name}.cpp)
  endif()
  if(NOT arg_PCH)
    set(arg_PCH delpek_test_paths)
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  # By hand, not AUTOMOC: that would add a scan and one more file to compile to each of some two hundred programs.
  foreach(source ${arg_SOURCES})
    delpek_moc(${name} ${source})
  endforeach()
  target_link_libraries(${name} PRIVATE delpek_options delpek_test_paths Qt6::Test ${arg_LINK})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_precompile_headers(${name} REUSE_FROM ${arg_PCH})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  # The longest begin first, or one of them keeps a core waiting for itself at the end.
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} COST ${arg_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=900000" LABELS "${arg_LABELS}")
endfunction()
