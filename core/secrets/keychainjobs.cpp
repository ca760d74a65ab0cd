// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychainjobs.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

namespace delpek::secrets
{

namespace
{

/// QtKeychain's errors as ours; its own texts name the reason and never hold a value.
Error errorOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {
            ErrorCode::NotFound,
            {},
            QStringLiteral("%1 is not in the system keychain; store it with: delpekd secret set %1").arg(job.key())};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::Forbidden,
                {},
                QStringLiteral("the system keychain refused access; unlock it and allow Delpek to use it")};
    default:
        return {ErrorCode::Unavailable,
                {},
                QStringLiteral("the system keychain does not answer (%1)").arg(job.errorString())};
    }
}

/// Runs one job in the event loop of `context`. Whoever comes first, the job or the timer, gives the result.
template <typename T, typename Job>
Future<T> run(QObject& context, std::unique_ptr<Job> job, base::Duration patience, T (*value)(const Job&))
{
    auto promise = std::make_shared<Promise<T>>();
    const auto future = promise->future();
    const auto finish = [promise](Result<T> result) { promise->finish(std::move(result)); };
    job->setInsecureFallback(false);
    job->moveToThread(context.thread());
    Job* const started = job.release(); // deletes itself when it has finished
    QMetaObject::invokeMethod(&context, [&context, started, finish, patience, value] {
        QObject::connect(started, &QKeychain::Job::finished, &context, [started, finish, value] {
            finish(started->error() == QKeychain::NoError ? Result<T>(value(*started))
                                                          : Result<T>(fail(errorOf(*started))));
        });
        QTimer::singleShot(patience, started, [finish] {
            finish(fail(ErrorCode::Timeout,
                        QStringLiteral("the system keychain did not answer in time; it may be locked and "
                                       "waiting for its password")));
        });
        started->start();
    });
    return future;
}

template <typename Job>
std::unique_ptr<Job> jobFor(const QString& service, const QString& name)
{
    auto job = std::make_unique<Job>(service);
    job->setKey(name);
    return job;
}

template <typename Job>
Done nothing(const Job&)
{
    return Done{};
}

} // namespace

KeychainJobs& KeychainJobs::shared()
{
    static KeychainJobs jobs;
    return jobs;
}

KeychainJobs::KeychainJobs()
{
    m_thread.setObjectName(QStringLiteral("keychain"));
    m_context.moveToThread(&m_thread);
    m_thread.start();
}

KeychainJobs::~KeychainJobs()
{
    m_thread.quit();
    m_thread.wait();
}

Future<QString> KeychainJobs::read(const QString& service, const QString& name, base::Duration patience)
{
    using Job = QKeychain::ReadPasswordJob;
    return run<QString, Job>(m_context, jobFor<Job>(service, name), patience,
                             [](const Job& job) { return job.textData(); });
}

Future<Done> KeychainJobs::write(const QString& service, const QString& name, const QString& value,
                                 base::Duration patience)
{
    using Job = QKeychain::WritePasswordJob;
    auto job = jobFor<Job>(service, name);
    job->setTextData(value);
    return run<Done, Job>(m_context, std::move(job), patience, nothing<Job>);
}

Future<Done> KeychainJobs::remove(const QString& service, const QString& name, base::Duration patience)
{
    using Job = QKeychain::DeletePasswordJob;
    return run<Done, Job>(m_context, jobFor<Job>(service, name), patience, nothing<Job>);
}

} // namespace delpek::secrets
