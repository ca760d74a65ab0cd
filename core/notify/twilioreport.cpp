// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/twilioreport.h"

#include "http/routing.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace delpek::notify
{

namespace
{

using domain::NoticeDelivery;

struct Meaning {
    const char* status;
    NoticeDelivery delivery;
};

constexpr auto meanings = std::to_array<Meaning>({{"accepted", NoticeDelivery::Queued},
                                                  {"scheduled", NoticeDelivery::Queued},
                                                  {"queued", NoticeDelivery::Queued},
                                                  {"sending", NoticeDelivery::Queued},
                                                  {"sent", NoticeDelivery::Sent},
                                                  {"delivered", NoticeDelivery::Delivered},
                                                  {"read", NoticeDelivery::Delivered},
                                                  {"undelivered", NoticeDelivery::Undelivered},
                                                  {"failed", NoticeDelivery::Failed},
                                                  {"canceled", NoticeDelivery::Failed}});

std::optional<std::map<QByteArray, QByteArray>> fieldsOf(const QByteArray& form)
{
    const auto parsed = http::parseTarget("/?" + form);
    if (!parsed) {
        return std::nullopt;
    }
    std::map<QByteArray, QByteArray> fields;
    for (const auto& [name, value] : parsed->query) {
        fields[name] = value;
    }
    return fields;
}

} // namespace

QUrl twilioCallback(const QUrl& publicUrl, const QString& reference)
{
    QUrl address = publicUrl.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    address.setPath(QLatin1String(twilioReportPath));
    address.setQuery(QStringLiteral("reference=") + reference);
    return address;
}

QByteArray twilioSignature(const QString& token, const QUrl& address, const QByteArray& form)
{
    const auto fields = fieldsOf(form);
    if (!fields) {
        return {};
    }
    QByteArray text = address.toEncoded();
    for (const auto& [name, value] : *fields) {
        text += name + value;
    }
    return QMessageAuthenticationCode::hash(text, token.toUtf8(), QCryptographicHash::Sha1).toBase64();
}

Result<TwilioReport> readTwilioReport(const QByteArray& reference, const QByteArray& form)
{
    static const QRegularExpression ours(QStringLiteral("\\Anotice-([1-9][0-9]{0,17})(-again)?\\z"));
    const auto named = ours.match(QString::fromLatin1(reference));
    const auto fields = fieldsOf(form);
    if (!named.hasMatch() || !fields || !fields->contains("MessageSid") || !fields->contains("MessageStatus")) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("this is no report of a notice"));
    }
    TwilioReport report;
    report.notice = {named.captured(1).toLongLong()};
    report.again = !named.captured(2).isEmpty();
    report.messageId = QString::fromUtf8(fields->at("MessageSid"));
    const QByteArray status = fields->at("MessageStatus");
    const auto known = std::ranges::find_if(meanings, [&](const Meaning& one) { return status == one.status; });
    report.delivery = known == meanings.end() ? NoticeDelivery::None : known->delivery;
    const auto code = fields->find("ErrorCode");
    report.errorCode = code == fields->end() ? 0 : code->second.toLongLong();
    return report;
}

} // namespace delpek::notify
