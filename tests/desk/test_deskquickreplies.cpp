// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "desk/quickreplyfile.h"
#include "store/auditlog.h"

using namespace delpek;
using domain::Language;
using domain::QuickReply;
using domain::ReplyField;
using test::must;

/// The quick replies of a desk on a real store.
class TestDeskQuickReplies : public QObject, private test::RutisDesk
{
    Q_OBJECT

    static QuickReply reply(const char* en) { return {{}, {{}, QString::fromLatin1(en)}, {{}, QStringLiteral("Hi")}}; }
    std::vector<QuickReply> all() { return must(m_desk->quickReplies().all().result()); }
    QStringList audit()
    {
        QStringList found;
        for (const auto& entry :
             m_store->read([](store::Session& session) { return store::AuditLog(session).after(0, 50); })) {
            found << entry.actor + QLatin1Char(' ') + entry.action + QLatin1Char(' ') + entry.subject;
        }
        return found;
    }

private Q_SLOTS:
    void aClinicBeginsWithSome()
    {
        desk::Means means;
        means.quickReplies = {reply("a"), reply("b")};
        open(means);
        QCOMPARE(all().size(), size_t(2));
        must(m_desk->quickReplies().remove(all()[0].id).result());
        must(m_desk->quickReplies().remove(all()[0].id).result());
        QVERIFY(all().empty());
        // The next start of the program brings none back.
        m_desk = std::make_unique<desk::LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Ruti")},
                                                   QStringLiteral("IL"), means);
        QVERIFY(all().empty());
    }

    void whoChangesWhatIsNoted()
    {
        open();
        auto& replies = m_desk->quickReplies();
        const auto id = must(replies.save(reply("  a ")).result());
        QCOMPARE(all()[0].name.en, QStringLiteral("a"));
        auto changed = all()[0];
        changed.text.en = QStringLiteral("Hello");
        must(replies.save(changed).result());
        must(replies.remove(id).result());
        const QString subject = QStringLiteral(" quickreply:%1").arg(id.value);
        QCOMPARE(audit(), (QStringList{QStringLiteral("Ruti quickreply.added") + subject,
                                       QStringLiteral("Ruti quickreply.changed") + subject,
                                       QStringLiteral("Ruti quickreply.removed") + subject}));
    }

    void whatCannotBeKeptIsRefused()
    {
        open();
        const auto refused = m_desk->quickReplies().save({}).result();
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().key, QStringLiteral("quickreply.empty"));
        QVERIFY(audit().isEmpty());
    }

    void onlyOnePatientsFactsAreTold()
    {
        desk::KnownFacts known;
        known.clinic.emplace();
        known.clinic->name = {QStringLiteral("רימון"), QStringLiteral("Rimon")};
        known.clinic->phone = QStringLiteral("03-5550100");
        auto facts = desk::replyFacts(known, QStringLiteral("Ruti"));
        const auto filled = [&](const char* text, Language language = Language::English) {
            return domain::fillQuickReply(QString::fromUtf8(text), language, facts);
        };
        QCOMPARE(filled("{my name}, {clinic}, {phone}"), QStringLiteral("Ruti, Rimon, 03-5550100"));
        QCOMPARE(filled("{patient} {doctor}"), QStringLiteral("‹patient› ‹doctor›"));
        known.patient.emplace();
        known.patient->name = {QStringLiteral("נועה"), {}};
        known.nextVisit.emplace();
        known.nextVisit->start = {QDate(2026, 3, 8), QTime(9, 0)};
        facts = desk::replyFacts(known, QStringLiteral("Ruti"));
        QCOMPARE(filled("{patient}: {next visit}"), QStringLiteral("נועה: Sunday, 8 March at 09:00"));
        QCOMPARE(filled("{next visit}", Language::Hebrew), QStringLiteral("יום ראשון, 8.3, בשעה 09:00"));
    }

    void withoutRecordsThereAreGapsAndNoError()
    {
        open();
        const auto id = patient();
        const auto facts = must(m_desk->quickReplies().facts(id).result());
        QVERIFY(!facts.contains(ReplyField::Patient));
        QCOMPARE(facts.at(ReplyField::Me).en, QStringLiteral("Ruti"));
        QCOMPARE(m_desk->quickReplies().facts({99}).result().error().code, ErrorCode::NotFound);
    }

    void aGapIsNotSent()
    {
        open();
        const auto id = patient();
        const auto refused = m_desk->reply(id, QStringLiteral("See you ‹next visit›")).result();
        QCOMPARE(refused.error().key, QStringLiteral("send.gap"));
        const auto parcel = m_desk->send(id, {QStringLiteral("‹a›")}).result();
        QCOMPARE(parcel.error().key, QStringLiteral("send.gap"));
        QVERIFY(m_desk->reply(id, QStringLiteral("See you on Sunday")).result());
    }

    /// They are the clinic's first impression: each fills in both languages, says no price, and leaves the gaps that
    /// are meant only.
    void theFirstOnesAreWhole()
    {
        const auto first = must(desk::loadQuickReplies(QStringLiteral(":/delpek/quickreplies/start.json")));
        QVERIFY(first.size() >= 10);
        domain::ReplyFacts facts;
        for (const auto field : domain::replyFields()) {
            facts[field] = {QStringLiteral("שם"), QStringLiteral("name")};
        }
        int gaps = 0;
        for (const auto& one : first) {
            for (const auto language : {Language::Hebrew, Language::English}) {
                QVERIFY2(!one.name.in(language).isEmpty(), qPrintable(one.name.en));
                const QString text = domain::fillQuickReply(one.text.in(language), language, facts);
                QCOMPARE(domain::languageOf(text, Language::Hebrew), language);
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("[₪$€]|ש\"ח"))), qPrintable(one.name.en));
                gaps += int(domain::gapsIn(text).size());
            }
        }
        QCOMPARE(gaps, 2);
    }

    void aBadFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no json") << QByteArray("{");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("no text") << QByteArray("{\"replies\": [{\"name\": {\"he\": \"a\", \"en\": \"a\"}}]}");
    }

    void aBadFileIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!desk::readQuickReplies(json));
    }
};

QTEST_GUILESS_MAIN(TestDeskQuickReplies)
#include "test_deskquickreplies.moc"
