// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/wording.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace delpek;

class TestUiTexts : public QObject
{
    Q_OBJECT

    static QString textOf(const QString& file)
    {
        QFile source(QStringLiteral(DELPEK_SOURCE_DIR "/translations/") + file);
        return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
    }

private Q_SLOTS:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("he") << QStringLiteral("delpek_he.ts");
        QTest::newRow("en") << QStringLiteral("delpek_en.ts");
    }

    void nothingIsUnfinished()
    {
        QFETCH(QString, file);
        const QString text = textOf(file);
        QVERIFY(text.contains(QStringLiteral("<translation")));
        QVERIFY(!text.contains(QStringLiteral("type=\"unfinished\"")));
        QVERIFY(!text.contains(QStringLiteral("type=\"vanished\"")));
        QVERIFY(!text.contains(QStringLiteral("<translation></translation>")));
    }

    void placeholdersAreKept()
    {
        QXmlStreamReader xml(textOf(QStringLiteral("delpek_he.ts")));
        static const QRegularExpression placeholder(QStringLiteral("%\\d"));
        const auto found = [](const QString& text) {
            QStringList all;
            for (auto match = placeholder.globalMatch(text); match.hasNext();) {
                all.append(match.next().captured());
            }
            all.sort();
            return all;
        };
        QString source;
        int checked = 0;
        while (xml.readNextStartElement() || !xml.atEnd()) {
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation") && !source.contains(QLatin1String("%n"))) {
                const QString translation = xml.readElementText();
                QVERIFY2(found(source) == found(translation), qPrintable(source));
                ++checked;
            }
        }
        QVERIFY(checked > 150);
    }

    void wordsFollowTheLanguage()
    {
        ui::applyLanguage(*qApp, domain::Language::Hebrew);
        QCOMPARE(ui::words::urgency(domain::Urgency::Emergency), QStringLiteral("חירום"));
        QCOMPARE(qApp->layoutDirection(), Qt::RightToLeft);
        ui::applyLanguage(*qApp, domain::Language::English);
        QCOMPARE(ui::words::urgency(domain::Urgency::Emergency), QStringLiteral("Emergency"));
        QCOMPARE(ui::words::waited(std::chrono::hours(24)), QStringLiteral("1 day"));
        QCOMPARE(ui::words::waited(std::chrono::hours(50)), QStringLiteral("2 days"));
        QCOMPARE(ui::words::waited(std::chrono::minutes(80)), QStringLiteral("1 h 20 min"));
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            QVERIFY(!ui::words::sentence(Error{ErrorCode(code), {}, {}}).isEmpty());
        }
    }
};

QTEST_MAIN(TestUiTexts)
#include "test_ui_texts.moc"
