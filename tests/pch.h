// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test program needs. Nothing of the house above base: a change there would build all tests anew.
#pragma once

#include "base/pch.h"

#include "base/await.h"
#include "base/clock.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest/qtestcase.h>

#include <random>
#include <set>
#include <thread>
