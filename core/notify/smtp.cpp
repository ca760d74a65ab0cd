// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/smtp.h"

#include "notify/mime.h"

#include <QRegularExpression>

#include <curl/curl.h>

#include <cstring>

namespace delpek::notify
{

namespace
{

constexpr qsizetype longestAnswer = 160;

} // namespace

/// One connection: its handle, what it sends and the last line that the server said.
class SmtpSender::Call
{
public:
    explicit Call(const std::atomic<bool>& givenUp)
        : m_handle(curl_easy_init(), curl_easy_cleanup)
        , m_givenUp(givenUp)
    {
    }

    bool isReady() const { return m_handle != nullptr; }

    void connectTo(const Setup& setup, const QString& password)
    {
        set(CURLOPT_URL, QStringLiteral("%1://%2:%3/%4")
                             .arg(setup.tlsFirst ? QStringLiteral("smtps") : QStringLiteral("smtp"), setup.host)
                             .arg(setup.port)
                             .arg(setup.from.section(QLatin1Char('@'), 1)));
        set(CURLOPT_PROTOCOLS_STR, QStringLiteral("smtp,smtps"));
        curl_easy_setopt(m_handle.get(), CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
        curl_easy_setopt(m_handle.get(), CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(m_handle.get(), CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(m_handle.get(), CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(m_handle.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(m_handle.get(), CURLOPT_CONNECTTIMEOUT_MS, long(setup.connecting.count()));
        curl_easy_setopt(m_handle.get(), CURLOPT_TIMEOUT_MS, long(setup.timeout.count()));
        if (!setup.authorities.isEmpty()) {
            set(CURLOPT_CAINFO, setup.authorities);
        }
        if (!setup.user.isEmpty()) {
            set(CURLOPT_USERNAME, setup.user);
            set(CURLOPT_PASSWORD, password);
        }
        curl_easy_setopt(m_handle.get(), CURLOPT_HEADERFUNCTION, &Call::heard);
        curl_easy_setopt(m_handle.get(), CURLOPT_HEADERDATA, this);
        curl_easy_setopt(m_handle.get(), CURLOPT_WRITEFUNCTION, &Call::heard);
        curl_easy_setopt(m_handle.get(), CURLOPT_WRITEDATA, this);
        curl_easy_setopt(m_handle.get(), CURLOPT_NOPROGRESS, 0L);
        curl_easy_setopt(m_handle.get(), CURLOPT_XFERINFOFUNCTION, &Call::goesOn);
        curl_easy_setopt(m_handle.get(), CURLOPT_XFERINFODATA, this);
    }

    void carry(const QString& from, const QString& to, const QByteArray& mail)
    {
        m_mail = mail;
        m_recipients.reset(curl_slist_append(nullptr, ('<' + to.toLatin1() + '>').constData()));
        set(CURLOPT_MAIL_FROM, QStringLiteral("<%1>").arg(from));
        curl_easy_setopt(m_handle.get(), CURLOPT_MAIL_RCPT, m_recipients.get());
        curl_easy_setopt(m_handle.get(), CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(m_handle.get(), CURLOPT_READFUNCTION, &Call::give);
        curl_easy_setopt(m_handle.get(), CURLOPT_READDATA, this);
    }

    void askOnly()
    {
        set(CURLOPT_CUSTOMREQUEST, QStringLiteral("NOOP"));
        curl_easy_setopt(m_handle.get(), CURLOPT_NOBODY, 1L);
    }

    Result<QString> run()
    {
        const CURLcode code = curl_easy_perform(m_handle.get());
        if (code == CURLE_OK) {
            return m_answer;
        }
        long status = 0;
        curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
        return fail(errorOf(code, int(status)));
    }

private:
    static Error error(ErrorCode code, const char* key, const QString& detail)
    {
        return {code, QString::fromLatin1(key), detail};
    }

    /// The server's own refusal counts before anything else; without one, a mail that was handed over whole may have
    /// arrived.
    Error errorOf(CURLcode code, int status) const
    {
        const QString said = status >= 400 && status < 600
                                 ? QStringLiteral("the mail server answered %1").arg(status)
                                 : QStringLiteral("e-mail: %1").arg(QLatin1String(curl_easy_strerror(code)));
        switch (code) {
        case CURLE_LOGIN_DENIED:
            return status == 454 || status == 421 ? error(ErrorCode::Unavailable, "notice.emailDown", said)
                                                  : error(ErrorCode::Unauthorised, "notice.emailRefused", said);
        case CURLE_USE_SSL_FAILED:
            return error(ErrorCode::Forbidden, "notice.emailRefused",
                         QStringLiteral("the mail server offers no TLS; nothing was sent to it"));
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return error(ErrorCode::Forbidden, "notice.emailRefused",
                         QStringLiteral("the mail server's certificate is not trusted: %1")
                             .arg(QLatin1String(curl_easy_strerror(code))));
        default:
            break;
        }
        if (status == 530 || status == 534 || status == 535) {
            return error(ErrorCode::Unauthorised, "notice.emailRefused", said);
        }
        const bool whole = !m_mail.isEmpty() && m_given == m_mail.size();
        if (status >= 500 && status < 600) {
            return whole ? error(ErrorCode::InvalidInput, "notice.rejected", said)
                         : error(ErrorCode::Unreachable, "notice.badAddress", said);
        }
        if (status >= 400 && status < 500) {
            return error(ErrorCode::Unavailable, "notice.emailDown", said);
        }
        return whole ? error(ErrorCode::Timeout, "notice.unknown", said)
                     : error(ErrorCode::Unavailable, "notice.emailDown", said);
    }

    void set(CURLoption option, const QString& value)
    {
        curl_easy_setopt(m_handle.get(), option, value.toUtf8().constData());
    }

    static size_t heard(char* bytes, size_t size, size_t count, void* self)
    {
        const QByteArray line = QByteArray(bytes, qsizetype(size * count)).trimmed();
        if (!line.isEmpty()) {
            static_cast<Call*>(self)->m_answer = QString::fromUtf8(line.left(longestAnswer));
        }
        return size * count;
    }

    static size_t give(char* buffer, size_t size, size_t count, void* self)
    {
        auto& call = *static_cast<Call*>(self);
        const auto part = std::min(qsizetype(size * count), call.m_mail.size() - call.m_given);
        std::memcpy(buffer, call.m_mail.constData() + call.m_given, size_t(part));
        call.m_given += part;
        return size_t(part);
    }

    static int goesOn(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<Call*>(self)->m_givenUp.load() ? 1 : 0;
    }

    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_handle;
    const std::atomic<bool>& m_givenUp;
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> m_recipients{nullptr, curl_slist_free_all};
    QByteArray m_mail;
    qsizetype m_given = 0;
    QString m_answer;
};

SmtpSender::SmtpSender(Setup setup, std::function<QString()> password)
    : m_setup(std::move(setup))
    , m_password(std::move(password))
    , m_worker(1)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

SmtpSender::~SmtpSender()
{
    giveUp();
    m_worker.drain();
    curl_global_cleanup();
}

Result<Receipt> SmtpSender::deliver(const Message& message)
{
    Mail mail;
    mail.from = m_setup.from;
    mail.fromName = m_setup.fromName;
    mail.to = message.to.email;
    mail.subject = message.subject;
    mail.text = message.text;
    mail.messageId = QStringLiteral("%1.%2").arg(message.reference).arg(base::toMillis(message.at));
    mail.at = message.at;
    mail.important = message.urgency == domain::Urgency::Emergency;
    const auto bytes = writeMail(mail);
    if (!bytes) {
        return fail(bytes.error());
    }
    Call call(m_givenUp);
    if (!call.isReady()) {
        return fail(ErrorCode::Internal, QStringLiteral("libcurl gives no handle"));
    }
    call.connectTo(m_setup, m_password());
    call.carry(mail.from, mail.to, *bytes);
    return call.run().map([&](const QString& answer) { return Receipt{mail.messageId, answer}; });
}

Future<Receipt> SmtpSender::send(const Message& message)
{
    const auto promise = std::make_shared<Promise<Receipt>>();
    m_worker.post([this, promise, message] { promise->finish(deliver(message)); });
    return promise->future();
}

Future<QString> SmtpSender::check()
{
    const auto promise = std::make_shared<Promise<QString>>();
    m_worker.post([this, promise] {
        Call call(m_givenUp);
        if (!call.isReady()) {
            promise->finish(fail(ErrorCode::Internal, QStringLiteral("libcurl gives no handle")));
            return;
        }
        call.connectTo(m_setup, m_password());
        call.askOnly();
        promise->finish(call.run());
    });
    return promise->future();
}

} // namespace delpek::notify
