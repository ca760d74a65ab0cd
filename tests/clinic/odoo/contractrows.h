// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/contract.h"

#include <QTest>

namespace delpek::test
{

/// Data rows "version", "profile", "number": each case of the contract for the versions and profiles that differ.
inline void eachContractCase()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("number");
    for (const int version : {14, 17, 19}) {
        for (const char* profile : {"community", "dental"}) {
            for (size_t n = 0; n < contractCases().size(); ++n) {
                QTest::addRow("%d %s: %s", version, profile, contractCases()[n].name)
                    << version << QString::fromLatin1(profile) << int(n);
            }
        }
    }
}

} // namespace delpek::test
