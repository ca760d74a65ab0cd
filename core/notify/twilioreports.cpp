// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/twilioreports.h"

#include "base/logging.h"
#include "http/signature.h"
#include "notify/delivery.h"

namespace delpek::notify
{

http::Server::Route twilioReports(const QUrl& publicUrl, std::function<QString()> token, store::Store& store,
                                  base::Clock& clock)
{
    return {"POST", twilioReportPath,
            [publicUrl, token = std::move(token), &store, &clock](const http::ServerRequest& request,
                                                                  const http::Respond& respond) {
                const QByteArray reference = request.queryValue("reference");
                const QUrl address = twilioCallback(publicUrl, QString::fromLatin1(reference));
                const QByteArray signature = twilioSignature(token(), address, request.body);
                if (signature.isEmpty() ||
                    !http::equalInConstantTime(signature, http::header(request.headers, "X-Twilio-Signature"))) {
                    qCWarning(lcHttp).noquote() << "refused a report from" << request.remoteAddress << "- signature";
                    return respond(http::refusal(403, QStringLiteral("the signature is not right")));
                }
                const auto report = readTwilioReport(reference, request.body);
                if (!report) {
                    return respond(http::refusal(400, report.error().detail));
                }
                store
                    .write([report = *report, now = clock.now()](store::Session& session) {
                        return noteReport(session, report, now);
                    })
                    .then([respond](const Result<Done>& noted) {
                        if (!noted) {
                            qCWarning(lcHttp).noquote() << "a report is not kept:" << base::describe(noted.error());
                        }
                        respond(noted ? http::ServerResponse{204, {}, {}, {}}
                                      : http::refusal(503, QStringLiteral("the report could not be kept")));
                    });
            }};
}

} // namespace delpek::notify
