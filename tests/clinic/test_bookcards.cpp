// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookedits.h"

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;

/// Cards, their merges, invoices and payments of the built-in book.
class TestBookCards : public BookEdits
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void editsPatients_data() { eachEngine(); }
    void editsPatients();
    void editsNotesAndPlan_data() { eachEngine(); }
    void editsNotesAndPlan();
    void mergesAndUndoes_data() { eachEngine(); }
    void mergesAndUndoes();
    void mergesInARow_data() { eachEngine(); }
    void mergesInARow();
    void takesTwoApartThatBroughtTheSame_data() { eachEngine(); }
    void takesTwoApartThatBroughtTheSame();
    void numbersInvoicesWithoutGaps_data() { eachEngine(); }
    void numbersInvoicesWithoutGaps();
    void takesPayments_data() { eachEngine(); }
    void takesPayments();
};

void TestBookCards::editsPatients()
{
    PatientCard card;
    card.name.he = QStringLiteral(" גל   רון ");
    card.phones = {phone("055-007-0001"), phone("03-555-0199")};
    card.email = QStringLiteral("gal@mail.example");
    card.birthDate = QDate(1980, 2, 29);
    card.allergies = {QStringLiteral("latex")};
    const auto id = got(with<PatientEditor>([=](auto& patients) { return patients.save(card); }));
    auto read = got(records().patient(id));
    QCOMPARE(read.name.he, QStringLiteral("גל רון"));
    QVERIFY(read.phone == card.phones[0]);
    QCOMPARE(read.email, card.email);
    QCOMPARE(read.allergies, card.allergies);
    QCOMPARE(got(records().findPatients(card.phones[1])).size(), size_t(1));

    card.id = id;
    card.phones = {phone("055-007-0002")};
    card.allergies.clear();
    card.flags = {QStringLiteral("pregnant")};
    got(with<PatientEditor>([=](auto& patients) { return patients.save(card); }));
    read = got(records().patient(id));
    QVERIFY(read.allergies.isEmpty() && read.flags == card.flags && read.phone == card.phones[0]);
    QVERIFY(got(records().findPatients(phone("055-007-0001"))).empty());

    auto sister = card;
    sister.id.clear();
    sister.name.he = QStringLiteral("דנה רון");
    got(with<PatientEditor>([=](auto& patients) { return patients.save(sister); }));
    QCOMPARE(got(records().findPatients(card.phones[0])).size(), size_t(2));
    QCOMPARE(got(book().look([](PatientEditor& patients) { return patients.find(QStringLiteral("רון"), 1); })).size(),
             size_t(1));

    const auto visit = got(records().book({QStringLiteral("v"), id, Levi, Check, at("2026-03-10T09:00"), 30}));
    QCOMPARE(codeOf(with<PatientEditor>([=](auto& patients) { return patients.retire(id); })), ErrorCode::Conflict);
    got(records().cancel(visit.id, {}));
    got(with<PatientEditor>([=](auto& patients) { return patients.retire(id); }));
    QCOMPARE(got(records().findPatients(card.phones[0])).size(), size_t(1));
    QVERIFY(got(book().look([=](PatientEditor& patients) { return patients.entry(id); })).retired);
    got(with<PatientEditor>([=](auto& patients) { return patients.restore(id); }));
    QCOMPARE(got(records().findPatients(card.phones[0])).size(), size_t(2));
    card.id = QStringLiteral("nobody");
    QCOMPARE(codeOf(with<PatientEditor>([=](auto& patients) { return patients.save(card); })), ErrorCode::NotFound);
}

void TestBookCards::editsNotesAndPlan()
{
    const auto before = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    const auto number = got(with<PatientEditor>([](auto& patients) {
        return patients.addNote(P1, {QDate(2026, 3, 3), QStringLiteral("levi"), QStringLiteral("נקבע המשך"), {}});
    }));
    const auto item = got(with<PatientEditor>([](auto& patients) {
        return patients.savePlanItem(P1,
                                     {0, {QStringLiteral("crown"), QStringLiteral("14"), QStringLiteral("planned")}});
    }));
    got(with<PatientEditor>([=](auto& patients) {
        return patients.savePlanItem(P1,
                                     {item, {QStringLiteral("crown"), QStringLiteral("15"), QStringLiteral("done")}});
    }));
    auto entry = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    QCOMPARE(entry.notes.size(), before.notes.size() + 1);
    QCOMPARE(entry.plan.size(), before.plan.size() + 1);
    QVERIFY(entry.plan.back().item.tooth == QStringLiteral("15") &&
            entry.plan.back().item.status == QStringLiteral("done"));
    got(with<PatientEditor>([=](auto& patients) { return patients.retireNote(P1, number); }));
    QCOMPARE(got(records().patient(P1)).notes.size(), before.notes.size());
    QCOMPARE(codeOf(with<PatientEditor>([](auto& patients) { return patients.retireNote(P1, 999); })),
             ErrorCode::NotFound);
}

void TestBookCards::mergesAndUndoes()
{
    const auto visit = got(records().book({QStringLiteral("v"), P2, Levi, Check, at("2026-03-10T09:00"), 30}));
    got(with<PatientEditor>([](auto& patients) {
        auto card = patients.entry(P2)->card;
        card.allergies = {QStringLiteral("latex"), QStringLiteral("penicillin")};
        card.email = QStringLiteral("two@mail.example");
        return patients.save(card);
    }));
    const auto one = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    const auto two = got(book().look([](PatientEditor& patients) { return patients.entry(P2); }));
    const auto invoicesOfTwo = got(records().invoices(P2)).size();
    const auto visitsOfTwo = got(records().appointments(P2, at("2026-03-03T10:00")));

    const auto merge = got(with<PatientMerge>([](auto& merges) { return merges.merge(P1, P2); }));
    QCOMPARE(got(records().patient(P2)).id, P1);
    auto joined = got(records().patient(P1));
    QCOMPARE(joined.notes.size(), one.notes.size() + two.notes.size());
    QCOMPARE(joined.plan.size(), one.plan.size() + two.plan.size());
    QVERIFY(joined.allergies.contains(QStringLiteral("latex")));
    QCOMPARE(joined.allergies.count(QStringLiteral("penicillin")), 1);
    QCOMPARE(joined.email, QStringLiteral("two@mail.example"));
    QCOMPARE(got(records().findPatients(two.card.phones[0])).front().id, P1);
    const auto all = got(records().appointments(P1, at("2026-03-03T10:00")));
    QVERIFY(std::any_of(all.begin(), all.end(), [&](const auto& other) { return other.id == visit.id; }));
    QCOMPARE(codeOf(with<PatientMerge>([](auto& merges) { return merges.merge(P1, P2); })), ErrorCode::Conflict);
    QCOMPARE(codeOf(with<PatientMerge>([](auto& merges) { return merges.merge(P1, P1); })), ErrorCode::InvalidInput);

    // Later visits and notes stay with the kept card.
    const auto later = got(records().book({QStringLiteral("later"), P2, Levi, Check, at("2026-03-10T13:00"), 30}));
    QCOMPARE(later.patient, P1);
    got(records().appendNote(P2, {QDate(2026, 3, 3), QStringLiteral("agent"), QStringLiteral("later"), {}}));
    got(with<PatientMerge>([=](auto& merges) { return merges.undo(merge); }));

    const auto back = got(book().look([](PatientEditor& patients) { return patients.entry(P2); }));
    QVERIFY(back.mergedInto.isEmpty() && back.card.phones == two.card.phones && back.card.email == two.card.email);
    QVERIFY(back.card.allergies == two.card.allergies && back.notes.size() == two.notes.size());
    QVERIFY(back.plan.size() == two.plan.size());
    for (size_t i = 0; i < two.notes.size(); ++i) {
        QVERIFY(back.notes[i].number == two.notes[i].number && back.notes[i].note.text == two.notes[i].note.text);
    }
    QVERIFY(got(records().appointments(P2, at("2026-03-03T10:00"))) == visitsOfTwo);
    QCOMPARE(got(records().invoices(P2)).size(), invoicesOfTwo);
    const auto kept = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    QVERIFY(kept.card.allergies == one.card.allergies && kept.card.email == one.card.email);
    QVERIFY(kept.card.phones == one.card.phones);
    QCOMPARE(kept.notes.size(), one.notes.size() + 1);
    const auto remaining = got(records().appointments(P1, at("2026-03-03T10:00")));
    QVERIFY(std::any_of(remaining.begin(), remaining.end(), [&](const auto& other) { return other.id == later.id; }));
    QCOMPARE(codeOf(with<PatientMerge>([=](auto& merges) { return merges.undo(merge); })), ErrorCode::Conflict);
    const auto history = got(book().look([](PatientMerge& merges) { return merges.of(P2); }));
    QVERIFY(history.size() == 1 && history[0].undoneAt && history[0].author == QStringLiteral("dana"));
}

void TestBookCards::mergesInARow()
{
    const QString p3 = QStringLiteral("p3");
    const auto merge = [&](const QString& kept, const QString& merged) {
        return got(with<PatientMerge>([=](auto& merges) { return merges.merge(kept, merged); }));
    };
    const auto before = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    const auto first = merge(P2, P1);
    const auto second = merge(p3, P2);
    QCOMPARE(got(records().patient(P1)).id, p3);
    QCOMPARE(errorOf(with<PatientMerge>([=](auto& merges) { return merges.undo(first); })).key,
             QStringLiteral("book.merge-undone"));
    got(with<PatientMerge>([=](auto& merges) { return merges.undo(second); }));
    got(with<PatientMerge>([=](auto& merges) { return merges.undo(first); }));
    const auto after = got(book().look([](PatientEditor& patients) { return patients.entry(P1); }));
    QVERIFY(after.card.phones == before.card.phones && after.card.allergies == before.card.allergies);
    QCOMPARE(after.notes.size(), before.notes.size());
}

void TestBookCards::takesTwoApartThatBroughtTheSame()
{
    const auto save = [&](const char* name, const std::vector<domain::Phone>& phones, const QStringList& allergies,
                          const QStringList& flags, const char* email) {
        PatientCard card;
        card.name.en = QLatin1String(name);
        card.name.he = QStringLiteral("גל רון");
        card.phones = phones;
        card.allergies = allergies;
        card.flags = flags;
        card.email = QLatin1String(email);
        return got(with<PatientEditor>([=](auto& patients) { return patients.save(card); }));
    };
    const auto cardOf = [&](const QString& id) {
        return got(book().look([=](PatientEditor& patients) { return patients.entry(id); })).card;
    };
    const auto same = [](const PatientCard& one, const PatientCard& other) {
        return one.phones == other.phones && one.allergies == other.allergies && one.flags == other.flags &&
               one.email == other.email;
    };
    const auto shared = phone("055-007-0109");
    const QString latex = QStringLiteral("latex");
    const QString penicillin = QStringLiteral("penicillin");
    const QString codeine = QStringLiteral("codeine");
    const QStringList pregnant{QStringLiteral("pregnant")};
    const auto kept = save("Gal Ron", {phone("055-007-0101")}, {latex}, {}, "");
    const auto first = save("G Ron", {phone("055-007-0102"), shared}, {penicillin}, pregnant, "first@mail.example");
    const auto second =
        save("Gal R", {shared, phone("055-007-0101")}, {codeine, penicillin}, pregnant, "second@mail.example");
    const auto keptBefore = cardOf(kept);
    const auto firstBefore = cardOf(first);
    const auto secondBefore = cardOf(second);
    for (const bool firstGoesFirst : {true, false}) {
        const auto ofFirst = got(with<PatientMerge>([=](auto& merges) { return merges.merge(kept, first); }));
        const auto ofSecond = got(with<PatientMerge>([=](auto& merges) { return merges.merge(kept, second); }));
        QCOMPARE(cardOf(kept).email, firstBefore.email);

        const auto undo = [&](qint64 id) { got(with<PatientMerge>([=](auto& merges) { return merges.undo(id); })); };
        undo(firstGoesFirst ? ofFirst : ofSecond);
        QVERIFY(same(cardOf(firstGoesFirst ? first : second), firstGoesFirst ? firstBefore : secondBefore));
        const auto stillJoined = cardOf(kept);
        QVERIFY2(stillJoined.allergies.contains(penicillin), "the card that is still joined has it too");
        QCOMPARE(stillJoined.allergies.contains(codeine), firstGoesFirst);
        QCOMPARE(stillJoined.flags, pregnant);
        QVERIFY(std::ranges::count(stillJoined.phones, shared) == 1);
        QCOMPARE(std::ranges::count(stillJoined.phones, phone("055-007-0102")), firstGoesFirst ? 0 : 1);
        QCOMPARE(stillJoined.email, firstGoesFirst ? secondBefore.email : firstBefore.email);
        QCOMPARE(got(records().findPatients(shared)).size(), size_t(2));

        undo(firstGoesFirst ? ofSecond : ofFirst);
        QVERIFY(same(cardOf(first), firstBefore) && same(cardOf(second), secondBefore));
        QVERIFY2(same(cardOf(kept), keptBefore), "nothing of either stays");
    }

    // What the staff took off meanwhile does not come back.
    const auto ofFirst = got(with<PatientMerge>([=](auto& merges) { return merges.merge(kept, first); }));
    got(with<PatientMerge>([=](auto& merges) { return merges.merge(kept, second); }));
    got(with<PatientEditor>([=](auto& patients) {
        auto card = patients.entry(kept)->card;
        card.allergies.removeOne(penicillin);
        return patients.save(card);
    }));
    got(with<PatientMerge>([=](auto& merges) { return merges.undo(ofFirst); }));
    QCOMPARE(cardOf(kept).allergies, (QStringList{latex, codeine}));
}

void TestBookCards::numbersInvoicesWithoutGaps()
{
    const auto issue = [&](const NewInvoice& wanted) {
        return with<InvoiceEditor>([=](auto& invoices) { return invoices.issue(wanted); });
    };
    const auto serial = [](const domain::Invoice& invoice) {
        return invoice.number.section(QLatin1Char('/'), 2).toInt();
    };
    int known = 0;
    for (const auto& invoice : demoClinic().invoices) {
        if (invoice.number.startsWith(QStringLiteral("INV/2026/"))) {
            known = std::max(known, serial(invoice));
        }
    }
    const auto first = got(issue(newInvoice(QStringLiteral("one"), QDate(2026, 3, 3))));
    QCOMPARE(serial(first), known + 1);
    QVERIFY(first.number.startsWith(QStringLiteral("INV/2026/")));
    QCOMPARE(got(issue(newInvoice(QStringLiteral("one"), QDate(2026, 3, 3)))).number, first.number);
    auto broken = newInvoice(QStringLiteral("broken"), QDate(2026, 3, 3));
    broken.patient = QStringLiteral("nobody");
    QCOMPARE(codeOf(issue(broken)), ErrorCode::NotFound);
    QCOMPARE(codeOf(issue(newInvoice({}, QDate(2026, 3, 3), 0))), ErrorCode::InvalidInput);
    QCOMPARE(serial(got(issue(newInvoice({}, QDate(2026, 3, 4))))), known + 2);
    QCOMPARE(got(issue(newInvoice({}, QDate(2027, 1, 1)))).number, QStringLiteral("INV/2027/0001"));
    const auto read = got(records().invoices(P1)).front();
    QVERIFY(read.total.minor == 48'000 && read.due == read.total && read.state == QStringLiteral("open"));
    got(with<InvoiceEditor>([=](auto& invoices) { return invoices.cancel(first.number); }));
    QCOMPARE(codeOf(with<InvoiceEditor>([=](auto& invoices) { return invoices.cancel(first.number); })),
             ErrorCode::Conflict);
    QCOMPARE(serial(got(issue(newInvoice({}, QDate(2026, 3, 5))))), known + 3);
    const auto shown = got(records().invoices(P1));
    QVERIFY(std::none_of(shown.begin(), shown.end(), [&](const auto& one) { return one.number == first.number; }));
    const auto all = got(book().invoices(P1));
    QVERIFY(std::any_of(all.begin(), all.end(), [&](const auto& one) {
        return one.number == first.number && one.state == QStringLiteral("cancelled");
    }));
}

void TestBookCards::takesPayments()
{
    const auto invoice = got(with<InvoiceEditor>(
        [](auto& invoices) { return invoices.issue(newInvoice(QStringLiteral("i"), QDate(2026, 3, 3), 50'000)); }));
    const auto pay = [&](qint64 agorot, const QString& reference, const char* method = "card",
                         const char* currency = "ILS") {
        const domain::Payment payment{
            QDate(2026, 3, 3), {agorot, QString::fromLatin1(currency)}, QString::fromLatin1(method)};
        return with<InvoiceEditor>(
            [=, number = invoice.number](auto& invoices) { return invoices.pay(number, payment, reference); });
    };
    const auto read = [&] { return got(records().invoices(P1)).front(); };
    const auto first = got(pay(20'000, QStringLiteral("pay-1")));
    QCOMPARE(got(pay(20'000, QStringLiteral("pay-1"))), first);
    QVERIFY(read().due.minor == 30'000 && read().state == QStringLiteral("partial") && read().payments.size() == 1);
    QCOMPARE(errorOf(pay(30'001, {})).key, QStringLiteral("book.over-paid"));
    QCOMPARE(errorOf(pay(0, {})).key, QStringLiteral("book.amount"));
    QCOMPARE(errorOf(pay(100, {}, "card", "EUR")).key, QStringLiteral("book.amount"));
    QCOMPARE(errorOf(pay(100, {}, "shells")).key, QStringLiteral("book.choice"));
    QCOMPARE(codeOf(with<InvoiceEditor>([=](auto& invoices) { return invoices.cancel(invoice.number); })),
             ErrorCode::Conflict);
    got(pay(30'000, {}, "cheque"));
    QVERIFY(read().due.minor == 0 && read().state == QStringLiteral("paid"));
    const auto entries = got(book().look([=](InvoiceEditor& invoices) { return invoices.payments(invoice.number); }));
    QCOMPARE(entries.size(), size_t(2));
    got(with<InvoiceEditor>([=](auto& invoices) { return invoices.cancelPayment(entries[1].id); }));
    QVERIFY(read().due.minor == 30'000 && read().payments.size() == 1);
    QCOMPARE(codeOf(with<InvoiceEditor>([=](auto& invoices) { return invoices.cancelPayment(entries[1].id); })),
             ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestBookCards)
#include "test_bookcards.moc"
