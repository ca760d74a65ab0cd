// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/phone.h"

#include "domain/isolate.h"

#include <QTest>

using delpek::domain::Phone;

/// What people type and providers send, and the one number it is. An empty expectation: refused.
class TestPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("e164");
        int row = 0;
        const auto reads = [&row](const char16_t* typed, const char* e164) {
            const QString text = QString::fromUtf16(typed);
            QTest::addRow("%d %s", ++row, qUtf8Printable(text)) << text << QString::fromLatin1(e164);
        };
        const auto refuses = [&reads](const char16_t* typed) { reads(typed, ""); };

        // Mobile phones, as they are written at home.
        for (const char16_t* typed :
             {u"0501234567", u"050-1234567", u"050-123-4567", u"050 123 4567", u"050 1234567", u"050.123.4567",
              u"(050) 123-4567", u"(050)1234567", u"050/1234567", u"05 01 23 45 67", u"0-50-1234567", u" 0501234567 ",
              u"050 - 123 - 4567", u"050–123–4567", u"050‑123‑4567", u"050\u00A0123\u00A04567", u"050\t1234567"}) {
            reads(typed, "+972501234567");
        }
        reads(u"0521234567", "+972521234567");
        reads(u"053-123-4567", "+972531234567");
        reads(u"054-1234567", "+972541234567");
        reads(u"055 001 0101", "+972550010101");
        reads(u"058-123.4567", "+972581234567");
        reads(u"0591234567", "+972591234567");

        // With the country.
        for (const char16_t* typed :
             {u"+972501234567",       u"+972-50-1234567",     u"+972 50 123 4567",     u"+972 50-123-4567",
              u"+972(50)1234567",     u"+972 (0)50-123-4567", u"+972 (0) 50 123 4567", u"+9720501234567",
              u"+972-0-50-1234567",   u"00972501234567",      u"00972-50-1234567",     u"00 972 50 123 4567",
              u"00972 (0)50 1234567", u"009720501234567",     u"(00972) 50-1234567",   u"972501234567",
              u"972-50-123-4567",     u"972 50 1234567",      u"972-050-1234567",      u"+ 972 50 1234567",
              u"(+972) 50 123 4567",  u"＋972501234567"}) {
            reads(typed, "+972501234567");
        }
        reads(u"501234567", "+972501234567"); // a spreadsheet took the zero away

        // Landlines and numbers over the internet.
        reads(u"02-5550100", "+97225550100");
        reads(u"02-555-0100", "+97225550100");
        reads(u"035550100", "+97235550100");
        reads(u"03-5550100", "+97235550100");
        reads(u"03 555 0100", "+97235550100");
        reads(u"(03) 555-0100", "+97235550100");
        reads(u"+972 3 555 0100", "+97235550100");
        reads(u"+972-(0)3-5550100", "+97235550100");
        reads(u"0097235550100", "+97235550100");
        reads(u"97235550100", "+97235550100");
        reads(u"04-5550120", "+97245550120");
        reads(u"+97245550120", "+97245550120");
        reads(u"08-555-0133", "+97285550133");
        reads(u"09-5550144", "+97295550144");
        reads(u"072-2550100", "+972722550100");
        reads(u"073-255-0100", "+972732550100");
        reads(u"074-7550100", "+972747550100");
        reads(u"076 550 0100", "+972765500100");
        reads(u"077-5550100", "+972775550100");
        reads(u"078-5550100", "+972785550100");
        reads(u"079-5550100", "+972795550100");
        reads(u"+972 77 555 0100", "+972775550100");

        // Digits of other scripts, marks inside, extensions.
        reads(u"٠٥٠١٢٣٤٥٦٧", "+972501234567");
        reads(u"٠٥٠-١٢٣-٤٥٦٧", "+972501234567");
        reads(u"+٩٧٢ ٥٠ ١٢٣ ٤٥٦٧", "+972501234567");
        reads(u"۰۵۰۱۲۳۴۵۶۷", "+972501234567");
        reads(u"０５０１２３４５６７", "+972501234567");
        reads(u"０５０－１２３－４５６７", "+972501234567");
        reads(u"\u200E050-123-4567\u200E", "+972501234567");
        reads(u"\u202A+972 50-123-4567\u202C", "+972501234567");
        reads(u"\u2066+972501234567\u2069", "+972501234567");
        reads(u"\u2068050\u200F-\u200F1234567\u2069", "+972501234567");
        reads(u"050\u200B123\u200B4567", "+972501234567");
        reads(u"\uFEFF0501234567", "+972501234567");
        reads(u"050\u00AD1234567", "+972501234567");
        reads(u"\u061C٠٥٠١٢٣٤٥٦٧", "+972501234567");
        reads(u"00\u200E972501234567", "+972501234567");
        reads(u"03-5550100 ext. 12", "+97235550100");
        reads(u"03-5550100 ext 12", "+97235550100");
        reads(u"03-5550100 extension 1234", "+97235550100");
        reads(u"03-5550100x12", "+97235550100");
        reads(u"03-5550100 x12", "+97235550100");
        reads(u"03-5550100 #12", "+97235550100");
        reads(u"03-5550100, שלוחה 12", "+97235550100");
        reads(u"03-5550100 שלוחה: 7", "+97235550100");
        reads(u"tel:+972-3-555-0100;ext=12", "+97235550100");
        reads(u"tel:+972-50-123-4567", "+972501234567");
        reads(u"טלפון: 050-1234567", "+972501234567");
        reads(u"050-1234567 (home)", "+972501234567");
        reads(u"050-1234567 נייד", "+972501234567");
        reads(u"Mobile 050-1234567", "+972501234567");

        // From elsewhere.
        reads(u"+1 212 555 0123", "+12125550123");
        reads(u"001 212 555 0123", "+12125550123");
        reads(u"+1 (212) 555-0123", "+12125550123");
        reads(u"+44 20 7946 0018", "+442079460018");
        reads(u"+44 (0)20 7946 0018", "+442079460018");
        reads(u"0044 7700 900123", "+447700900123");
        reads(u"+33 1 99 00 12 34", "+33199001234");
        reads(u"+33 (0)6 39 98 12 34", "+33639981234");
        reads(u"+49 30 23125 123", "+493023125123");
        reads(u"+39 06 6982 1234", "+390669821234"); // Italy keeps its zero
        reads(u"+7 912 345 67 89", "+79123456789");
        reads(u"+380 50 123 4567", "+380501234567");
        reads(u"+251 91 123 4567", "+251911234567");
        reads(u"+970 59 912 3456", "+970599123456");
        reads(u"00970599123456", "+970599123456");
        reads(u"+962 7 9012 3456", "+962790123456");
        reads(u"+5215512345678", "+525512345678"); // Mexico's old mobile prefix, as WhatsApp ids still have it
        reads(u"+52 55 1234 5678", "+525512345678");

        // No number of a person.
        refuses(u"");
        refuses(u"   ");
        refuses(u"שלום");
        refuses(u"100");
        refuses(u"101");
        refuses(u"*1234");
        refuses(u"1234*");
        refuses(u"*2700");
        refuses(u"*6050");
        refuses(u"\u200E*1234");
        refuses(u"1-700-123-456");
        refuses(u"1700123456");
        refuses(u"+972 1-700-123-456");
        refuses(u"1-800-123-456");
        refuses(u"1800123456");
        refuses(u"00972 1800 123 456");
        refuses(u"1-801-123-456");
        refuses(u"1-599-123-456");
        refuses(u"1-900-123-456");
        refuses(u"+1 800 555 0123");
        refuses(u"+44 800 012 3456");
        refuses(u"5550100");       // no area code
        refuses(u"+972 555 0100"); // nor here
        refuses(u"123-4567");
        refuses(u"050-123-456");
        refuses(u"050-123-45678");
        refuses(u"03-555-010");
        refuses(u"03-555-01000");
        refuses(u"077-555-010");
        refuses(u"06-5550100"); // given up
        refuses(u"012345678");
        refuses(u"+97250123456");
        refuses(u"+9725012345678");
        refuses(u"+972");
        refuses(u"00");
        refuses(u"+");
        refuses(u"+999 123 456 789");
        refuses(u"050-CALL-NOW");
        refuses(u"1234567x12");
        refuses(u"050 123 ab 4567");
        refuses(u"1-800-DENTIST");
        refuses(u"0501234567 0521234567");
        refuses(u"050-1234567, 03-5550100");
        refuses(u"050-1234567 או 052-1234567");
        refuses(u"29.4.1991");
        refuses(u"2026-03-05T09:30");
        refuses(u"123456789012345678901234567890");
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, e164);
        const auto phone = Phone::parse(typed);
        QCOMPARE(phone ? phone->e164() : QString(), e164);
        if (phone) {
            QCOMPARE(*Phone::parse(phone->e164()), *phone); // what it gives, it reads
            QCOMPARE(*Phone::parse(phone->display()), *phone);
            QCOMPARE(*Phone::parse(delpek::domain::isolate(phone->display())), *phone);
            QCOMPARE(*Phone::fromWaId(phone->digits()), *phone);
            QCOMPARE(*Phone::fromStored(phone->e164()), *phone);
        } else {
            QCOMPARE(phone.error().key, QStringLiteral("phone.invalid"));
            QVERIFY(!phone.error().detail.contains(typed) || typed.trimmed().isEmpty());
        }
    }

    void aNumberWithoutCountryBelongsToTheRegion()
    {
        QCOMPARE(Phone::parse(QStringLiteral("020 7946 0018"), QStringLiteral("GB"))->e164(),
                 QStringLiteral("+442079460018"));
        QCOMPARE(Phone::parse(QStringLiteral("(212) 555-0123"), QStringLiteral("US"))->e164(),
                 QStringLiteral("+12125550123"));
    }

    void showsAsPeopleReadIt()
    {
        QCOMPARE(Phone::parse(QStringLiteral("+972501234567"))->display(), QStringLiteral("050-123-4567"));
        QCOMPARE(Phone::parse(QStringLiteral("+97235550100"))->display(), QStringLiteral("03-555-0100"));
        QCOMPARE(Phone::parse(QStringLiteral("+12125550123"))->display(), QStringLiteral("+1 212-555-0123"));
    }

    void storedNumbersAreNotGuessed()
    {
        for (const char* text : {"", "+", "972501234567", "+97250-1234567", "+9725x"}) {
            QVERIFY2(!Phone::fromStored(QString::fromLatin1(text)), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestPhone)
#include "test_phone.moc"
