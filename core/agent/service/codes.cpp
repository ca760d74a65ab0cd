// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/codes.h"

#include "agent/names.h"
#include "base/await.h"
#include "secrets/pin.h"
#include "store/auditlog.h"

#include <QRandomGenerator>

namespace delpek::agent::service
{

namespace
{

constexpr int codeDigits = 8;
/// So many hashes are looked at with each try, however many children have the name.
constexpr size_t looksATry = 2;

QString digitsIn(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) {
            digits += QString::number(c.digitValue());
        }
    }
    return digits;
}

/// Random digits that are no row: at the first try but for one in millions.
QString newCode()
{
    QString code;
    do {
        code.clear();
        for (int i = 0; i < codeDigits; ++i) {
            code += QString::number(QRandomGenerator::system()->bounded(10));
        }
    } while (!secrets::checkPin(code));
    return code;
}

Result<int> revokeAll(store::ParentCodes& codes, const QStringList& patients, base::Instant now)
{
    int count = 0;
    for (const auto& patient : patients) {
        const auto ended = codes.revokeOf(patient, now);
        if (!ended) {
            return ended;
        }
        count += *ended;
    }
    return count;
}

/// A hash that no code fits, made once: looking at it takes as long as at any other.
const QString& nobodysHash()
{
    static const QString hash = secrets::hashPin(newCode()).value_or(QString());
    return hash;
}

} // namespace

Result<QString> Codes::issue(const QString& patient, const domain::Bilingual& name, base::Duration holds,
                             const QString& by, const QString& wanted, const QStringList& others)
{
    const QString code = wanted.isEmpty() ? newCode() : wanted;
    const auto hash = secrets::hashPin(code);
    if (!hash) {
        return fail(hash.error());
    }
    const auto now = m_clock.now();
    const store::ParentCode made{{}, patient, name, *hash, by, now, now + holds};
    return base::await(m_store.write([made, by, now, others](store::Session& session) {
               store::ParentCodes codes(session);
               return revokeAll(codes, others, now)
                   .and_then([&](int) { return codes.add(made); })
                   .and_then([&](store::ParentCodeId id) {
                       return store::AuditLog(session).append(by, QStringLiteral("parentcode.issued"),
                                                              QStringLiteral("parentcode:%1").arg(id.value), {}, now);
                   });
           }))
        .map([&](Done) { return code; });
}

Result<int> Codes::end(const QStringList& patients, const QString& by)
{
    return base::await(m_store.write([patients, by, now = m_clock.now()](store::Session& session) {
        store::ParentCodes codes(session);
        return revokeAll(codes, patients, now).and_then([&](int count) {
            return store::AuditLog(session)
                .append(by, QStringLiteral("parentcode.removed"), QStringLiteral("patient:") + patients.value(0), {},
                        now)
                .map([count](Done) { return count; });
        });
    }));
}

Result<CodeAnswer> Codes::check(const CodeTry& tried)
{
    const auto now = m_clock.now();
    const auto good =
        base::await(m_store.read([now](store::Session& session) { return store::ParentCodes(session).goodAt(now); }));
    if (!good) {
        return fail(good.error());
    }
    std::vector<store::ParentCode> named;
    for (const auto& code : *good) {
        if (named.size() < looksATry && nameSounds(tried.name, code.name)) {
            named.push_back(code);
        }
    }
    const QString digits = digitsIn(tried.code);
    std::optional<store::ParentCode> right;
    for (size_t i = 0; i < looksATry; ++i) {
        const bool fits = secrets::pinMatches(digits, i < named.size() ? named[i].hash : nobodysHash());
        if (fits && i < named.size()) {
            right = named[i];
        }
    }
    const auto noted = base::await(m_store.write([=](store::Session& session) -> Result<Done> {
        store::ParentCodes codes(session);
        store::AuditLog log(session);
        if (right) {
            return codes.noteRight(right->id).and_then([&](Done) {
                return log.append(QStringLiteral("patient"), QStringLiteral("parentcode.accepted"), tried.subject,
                                  QStringLiteral("parentcode:%1").arg(right->id.value), now);
            });
        }
        for (const auto& code : named) {
            const auto wrong = codes.noteWrong(code.id, tried.reference);
            const auto locked = wrong && *wrong >= mostWrongCodes ? codes.revoke(code.id, now) : Result<bool>(false);
            if (!wrong || !locked) {
                return fail(wrong ? locked.error() : wrong.error());
            }
            if (*locked) {
                const auto told = log.append(QStringLiteral("system"), QStringLiteral("parentcode.locked"),
                                             QStringLiteral("parentcode:%1").arg(code.id.value), {}, now);
                if (!told) {
                    return told;
                }
            }
        }
        return log.append(QStringLiteral("patient"), QStringLiteral("parentcode.refused"), tried.subject, {}, now);
    }));
    if (!noted) {
        return fail(noted.error());
    }
    return right ? CodeAnswer{true, right->patient} : CodeAnswer{};
}

} // namespace delpek::agent::service
