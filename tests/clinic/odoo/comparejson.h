// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QTest>

/// QCOMPARE of two JSON values as text: Qt Test cannot hold the values themselves against each other.
#define COMPARE_JSON(actual, expected)                                                                                 \
    QCOMPARE(base::toCompactText(base::Json(actual)), base::toCompactText(base::Json(expected)))
