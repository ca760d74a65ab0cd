// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outsideclinic.h"

namespace delpek::test
{

inline const QString noa = QStringLiteral("ד״ר נועה לוי");
inline const QByteArray site = "https://chat.clinic.example";

/// One browser of a doctor: it keeps the cookie and says where it comes from.
class Browser
{
public:
    Browser(OutsideClinic& clinic, QByteArray token)
        : m_clinic(clinic)
        , m_token(std::move(token))
    {
    }

    http::Headers headers() const
    {
        http::Headers all{{"Authorization", "Bearer " + m_token}, {"Origin", site}};
        if (!cookie.isEmpty()) {
            all.emplaceBack("Cookie", "other=1; " + cookie);
        }
        return all;
    }
    http::ServerResponse get(const char* path)
    {
        return m_clinic.get(QByteArray("/api/doctor-chat/") + path, headers());
    }
    http::ServerResponse post(const char* path, const base::Json& body)
    {
        return m_clinic.post(QByteArray("/api/doctor-chat/") + path, headers(), body);
    }
    http::ServerResponse enter(const QString& with = pin)
    {
        const auto response = post("pin", {{"pin", base::utf8(with)}});
        if (const QByteArray given = http::header(response.headers, "Set-Cookie"); !given.isEmpty()) {
            cookie = given.left(given.indexOf(';'));
        }
        return response;
    }

    QByteArray cookie;

private:
    OutsideClinic& m_clinic;
    QByteArray m_token;
};

/// An emergency with a link to it.
struct Emergency {
    OutsideClinic clinic;
    domain::ConversationId conversation = clinic.conversation(QStringLiteral("dana"));
    domain::MessageId message = clinic.says(conversation, QStringLiteral("הלחי שלי נפוחה מאוד"));
    domain::EscalationId escalation = clinic.raise(conversation);
    domain::StaffId doctor = clinic.member(noa);
    QByteArray token = clinic.link(escalation, doctor);
    Browser browser{clinic, token};

    /// It is no emergency any more, and the patient does not want a doctor's words here; how many messages there are
    /// then.
    size_t refuseConsent()
    {
        [this] { QCOMPARE(browser.enter().status, 200); }();
        must(base::await(
            clinic.desk().lowerEscalation(escalation, domain::Urgency::DoctorRequired, QStringLiteral("x"))));
        must(base::await(clinic.desk().noteConsent(conversation, false)));
        return clinic.thread(conversation).size();
    }
};

} // namespace delpek::test
