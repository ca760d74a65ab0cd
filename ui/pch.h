// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the window needs.
#pragma once

#include "base/pch.h"

#include <QtWidgets/QtWidgets>

#include <deque>
