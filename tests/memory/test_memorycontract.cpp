// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/builtin/builtinmemory.h"
#include "memory/contract.h"
#include "store/engines.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;

/// What every memory promises, asked of the built-in one on both engines.
class TestMemoryContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps_data()
    {
        QTest::addColumn<bool>("postgres");
        QTest::addColumn<int>("promise");
        for (const bool postgres : {false, true}) {
            for (int i = 0; i < int(memoryCases().size()); ++i) {
                QTest::addRow("%s: %s", postgres ? "postgresql" : "sqlite", memoryCases()[size_t(i)].name)
                    << postgres << i;
            }
        }
    }
    void keeps()
    {
        QFETCH(bool, postgres);
        QFETCH(int, promise);
        TestStore store(m_places.newLocation(postgres));
        memory::BuiltinMemory memory(*store);
        try {
            memoryCases()[size_t(promise)].run(memory);
        } catch (const std::exception& error) {
            QFAIL(error.what());
        }
    }

private:
    Engines m_places;
};

QTEST_GUILESS_MAIN(TestMemoryContract)
#include "test_memorycontract.moc"
