// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkclient.h"
#include "media/transcriber.h"
#include "simulation/doubles/speechdouble.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using simulation::Fault;
using simulation::SpeechDouble;

namespace
{

const QByteArray sound("OggS a voice");
const QString ogg = QStringLiteral("audio/ogg");

} // namespace

/// Voice notes written down by a service that is as strict as the real one.
class TestTranscriber : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;
    http::NetworkClient m_client;
    std::unique_ptr<SpeechDouble> m_service;

    media::Transcriber transcriber(const QString& key = QStringLiteral("key-of-the-double"),
                                   const QString& model = QStringLiteral("whisper-1"), const QString& path = {})
    {
        return {{QUrl(m_service->url().toString() + path), model, 2s}, [key] { return key; }, m_client};
    }
    Result<QString> words(media::Transcriber transcriber, const QByteArray& bytes = sound, const QString& type = ogg)
    {
        return transcriber.transcribe(bytes, type).result();
    }

private Q_SLOTS:
    void init() { m_service = std::move(SpeechDouble::start({}, m_clock).value()); }
    void cleanup() { m_service.reset(); }

    void writesDownWhatIsHeard()
    {
        m_service->hear(sound, QStringLiteral(" כואבת לי השן "));
        QCOMPARE(words(transcriber()).value_or(QString()), QStringLiteral("כואבת לי השן"));
        QCOMPARE(
            words(transcriber(QStringLiteral("key-of-the-double"), QStringLiteral("whisper-1"), QStringLiteral("/")))
                .value_or(QString()),
            QStringLiteral("כואבת לי השן"));
        const auto silence = words(transcriber(), "OggS silence");
        QVERIFY(silence && silence->isEmpty());
        QCOMPARE(m_service->calls(), 3);
    }

    void everyKindOfSoundHasAName_data()
    {
        QTest::addColumn<QString>("type");
        for (const char* type : {"audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr"}) {
            QTest::newRow(type) << QString::fromLatin1(type);
        }
    }
    void everyKindOfSoundHasAName()
    {
        QFETCH(QString, type);
        QVERIFY(words(transcriber(), sound, type));
    }

    void aServiceOfTheClinicsOwnNeedsNoKey()
    {
        m_service = std::move(SpeechDouble::start({{}, QStringLiteral("small")}, m_clock).value());
        QVERIFY(words(transcriber({}, QStringLiteral("small"))));
    }

    void failuresAreToldApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("busy") << 429 << int(ErrorCode::RateLimited);
        QTest::newRow("down") << 503 << int(ErrorCode::Unavailable);
        QTest::newRow("broken") << 500 << int(ErrorCode::Unavailable);
        QTest::newRow("refused") << 400 << int(ErrorCode::InvalidInput);
        QTest::newRow("forbidden") << 403 << int(ErrorCode::Unauthorised);
    }
    void failuresAreToldApart()
    {
        QFETCH(int, status);
        m_service->failNext(1, {status, "{}", "application/json", status == 429 ? 7 : 0});
        const auto failed = words(transcriber());
        QVERIFY(!failed);
        QTEST(int(failed.error().code), "code");
        QCOMPARE(failed.error().retryAfter.has_value(), status == 429);
    }

    void aWrongKeyAModelOrAnAnswerWithoutWordsIsAnError()
    {
        QCOMPARE(words(transcriber(QStringLiteral("other"))).error().code, ErrorCode::Unauthorised);
        QCOMPARE(words(transcriber(QStringLiteral("key-of-the-double"), QStringLiteral("other"))).error().code,
                 ErrorCode::InvalidInput);
        m_service->failNext(1, {200, "<html>"});
        QCOMPARE(words(transcriber()).error().code, ErrorCode::InvalidInput);
    }

    void patienceEnds()
    {
        Fault silence;
        silence.silent = true;
        m_service->failNext(1, silence);
        const auto failed = words({{m_service->url(), QStringLiteral("whisper-1"), 200ms},
                                   [] { return QStringLiteral("key-of-the-double"); },
                                   m_client});
        QCOMPARE(failed.error().code, ErrorCode::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestTranscriber)
#include "test_transcriber.moc"
