// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bookfixture.h"
#include "clinic/builtin/book.h"

// The demo clinic's book in the hands of its staff.

namespace delpek::test
{

inline const QString Levi = QStringLiteral("levi");
inline const QString Check = QStringLiteral("checkup");
inline const QString P1 = QStringLiteral("p1");
inline const QString P2 = QStringLiteral("p2");

inline domain::Phone phone(const char* text)
{
    return *domain::Phone::parse(QString::fromLatin1(text));
}

/// The error of a call that must fail: its key, and that its detail begins with the place.
template <typename T>
Error errorOf(Future<T> future)
{
    const auto result = base::await(std::move(future));
    return result ? Error{ErrorCode::Internal, QStringLiteral("succeeded"), {}} : result.error();
}

inline clinic::NewInvoice newInvoice(const QString& reference, QDate date, qint64 agorot = 48'000)
{
    return {reference,
            P1,
            date,
            {},
            {{{QStringLiteral("סתימה"), QStringLiteral("Filling")}, {agorot, QStringLiteral("ILS")}}}};
}

/// What tests of edits stand on: each opens a book of its own, on the engine of its data row.
class BookEdits : public QObject
{
protected:
    void open(bool isEmpty = false)
    {
        QFETCH(bool, postgres);
        m_desk = std::make_unique<Desk>(m_places.newLocation(postgres));
        m_book.emplace(*m_desk->store, m_desk->clock, QStringLiteral("dana"));
        if (!isEmpty) {
            got(records().import(demoClinic()));
        }
    }
    void close() { m_desk.reset(); }

    clinic::BuiltinRecords& records() { return m_desk->records; }
    clinic::Book& book() { return *m_book; }

    template <typename Editor>
    auto with(auto work)
    {
        return book().edit([work](Editor& editor) { return work(editor); });
    }

    Engines m_places;
    std::unique_ptr<Desk> m_desk;
    std::optional<clinic::Book> m_book;
};

} // namespace delpek::test
