// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logfile.h"

#include "base/correlation.h"
#include "base/json.h"
#include "base/redact.h"
#include "base/rotatingfile.h"

#include <QLoggingCategory>

#include <cstdio>
#include <mutex>
#include <shared_mutex>

namespace delpek::base
{

namespace
{

struct Level {
    const char* name;
    int gravity;
};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {"debug", 0};
    case QtInfoMsg:
        return {"info", 1};
    case QtWarningMsg:
        return {"warning", 2};
    case QtCriticalMsg:
        return {"error", 3};
    case QtFatalMsg:
        break;
    }
    return {"fatal", 4};
}

std::optional<int> gravityOf(const QString& level)
{
    for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
        if (level == QLatin1String(levelOf(type).name)) {
            return levelOf(type).gravity;
        }
    }
    return std::nullopt;
}

} // namespace

class LogFile::Private
{
public:
    Private(const LogOptions& options, int gravity, const Clock& clock)
        : m_clock(clock)
        , m_gravity(gravity)
        , m_toFile(!options.file.isEmpty())
        , m_file(options.file, options.maxSize, options.keep)
    {
    }

    Result<Done> open() { return m_toFile ? m_file.open() : Result<Done>(Done{}); }

    void log(QtMsgType type, const char* category, const QString& message)
    {
        const Level level = levelOf(type);
        if (level.gravity < m_gravity) {
            return;
        }
        const QByteArray line = lineOf(level.name, category, message);
        const std::lock_guard lock(m_mutex);
        if (m_dropped > 0 &&
            put(lineOf("warning", "delpek.log", QStringLiteral("%1 lines were lost").arg(m_dropped)))) {
            m_dropped = 0;
        }
        if (!put(line)) {
            ++m_dropped;
        } else if (m_toFile && level.gravity >= levelOf(QtWarningMsg).gravity) {
            m_file.sync();
        }
    }

    // Qt's handler is a plain function, so the one LogFile of the process is found here. The shared lock keeps it alive
    // while any thread still writes. What Qt says while a line is written goes to standard error: Qt does not call a
    // handler from within itself.
    static inline std::shared_mutex s_guard;
    static inline Private* s_current = nullptr;
    static inline QtMessageHandler s_former = nullptr;

    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        const std::shared_lock lock(s_guard);
        if (s_current) {
            s_current->log(type, context.category, message);
        }
    }

private:
    QByteArray lineOf(const char* level, const char* category, const QString& message) const
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(toMillis(m_clock.now()), Qt::UTC);
        nlohmann::ordered_json json;
        json["time"] = utf8(time.toString(Qt::ISODateWithMs));
        json["level"] = level;
        json["category"] = category ? category : "default";
        json["correlation"] = utf8(currentCorrelation());
        json["message"] = utf8(redact(message));
        return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    }

    bool put(const QByteArray& line)
    {
        if (m_toFile) {
            return m_file.write(line);
        }
        const QByteArray whole = line + '\n';
        return std::fwrite(whole.constData(), 1, whole.size(), stderr) == static_cast<size_t>(whole.size());
    }

    const Clock& m_clock;
    const int m_gravity;
    const bool m_toFile;
    std::mutex m_mutex;
    RotatingFile m_file;
    qint64 m_dropped = 0;
};

Result<std::unique_ptr<LogFile>> LogFile::install(const LogOptions& options, const Clock& clock)
{
    const auto gravity = gravityOf(options.level);
    if (!gravity) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("log.level must be debug, info, warning or error"));
    }
    auto d = std::make_unique<Private>(options, *gravity, clock);
    if (const auto opened = d->open(); !opened) {
        return fail(opened.error());
    }
    {
        const std::lock_guard lock(Private::s_guard);
        if (Private::s_current) {
            return fail(ErrorCode::Conflict, QStringLiteral("the log is open already"));
        }
        Private::s_current = d.get();
    }
    Private::s_former = qInstallMessageHandler(&Private::handle);
    // Our categories are silent below info unless somebody asks for more.
    QLoggingCategory::setFilterRules(*gravity == 0 ? QStringLiteral("delpek.*=true") : QString());
    return std::unique_ptr<LogFile>(new LogFile(std::move(d)));
}

LogFile::LogFile(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

LogFile::~LogFile()
{
    qInstallMessageHandler(Private::s_former);
    const std::lock_guard lock(Private::s_guard);
    Private::s_current = nullptr;
}

} // namespace delpek::base
