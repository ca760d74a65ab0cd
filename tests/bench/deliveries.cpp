// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/deliveries.h"

#include "http/signature.h"

namespace delpek::bench
{

namespace
{

constexpr qint64 patients = 20'000;

} // namespace

QByteArray deliveryBody(qint64 number, int messages)
{
    QByteArray contacts;
    QByteArray texts;
    for (int i = 0; i < messages; ++i) {
        const qint64 serial = number * messages + i;
        const QByteArray patient = QByteArray::number(972'500'000'000 + serial * 7919 % patients);
        const QByteArray comma = i > 0 ? "," : "";
        contacts += comma + R"({"profile":{"name":"Patient )" + patient.right(5) + R"("},"wa_id":")" + patient +
                    R"(","user_id":"IL.)" + patient + R"("})";
        texts += comma + R"({"from":")" + patient + R"(","from_user_id":"IL.)" + patient +
                 R"(","id":"wamid.HBgMOTcyNTAxMjM0NTY3FQIAEhgUM0E)" +
                 QByteArray::number(serial).rightJustified(12, '0') + R"(","timestamp":")" +
                 QByteArray::number(1'772'438'400 + serial / 100) +
                 R"(","type":"text","text":{"body":"Hello, how much is a cleaning and is there a time on )"
                 R"(Tuesday morning?"}})";
    }
    return R"({"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages",)"
           R"("value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"97235550100",)"
           R"("phone_number_id":")" +
           account.toLatin1() + R"("},"contacts":[)" + contacts + R"(],"messages":[)" + texts + "]}}]}]}";
}

std::vector<QByteArray> signedRequests(qint64 count, int messages)
{
    std::vector<QByteArray> requests;
    requests.reserve(static_cast<std::size_t>(count));
    for (qint64 number = 0; number < count; ++number) {
        const QByteArray body = deliveryBody(number, messages);
        requests.push_back("POST /api/whatsapp/webhook HTTP/1.1\r\nHost: clinic.example\r\nUser-Agent: "
                           "facebookexternalua\r\nAccept: */*\r\nContent-Type: application/json\r\n"
                           "X-Hub-Signature-256: sha256=" +
                           http::hmacSha256Hex(appSecret, body) +
                           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    return requests;
}

} // namespace delpek::bench
