// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/fetcher.h"

#include "base/cutpoint.h"
#include "base/logging.h"
#include "media/filetypes.h"
#include "node/intake.h"
#include "store/conversations.h"
#include "store/erasure.h"
#include "store/messages.h"

namespace delpek::node
{

namespace
{

using domain::AttachmentState;
using domain::TranscriptState;

constexpr int pageSize = 32;

bool isPatients(const store::AttachmentJob& job)
{
    return job.author == domain::AuthorKind::Patient;
}

/// A note whose words are not to be had any more: its turn goes on without them. Of one of ours they are missed by
/// nobody: whoever spoke it knows them.
void giveUpWords(const store::AttachmentJob& job, domain::Attachment& attachment)
{
    if (attachment.transcript == TranscriptState::Wanted) {
        attachment.transcript = isPatients(job) ? TranscriptState::Failed : TranscriptState::None;
    }
}

/// The words become the message's text, below a caption if it has one; a patient's count like typed ones from then on.
Result<Done> write(store::Session& session, const store::AttachmentJob& job, const QString& words, base::Instant now)
{
    store::Messages messages(session);
    const auto message = messages.find(job.message);
    if (!message) {
        return fail(message.error());
    }
    const QString text = message->text.isEmpty() ? words : message->text + QLatin1Char('\n') + words;
    return messages.edit(job.message, text, now).and_then([&](Done) {
        return isPatients(job) ? overtake(session, job.conversation) : Result<Done>(Done{});
    });
}

/// Whoever was so slow that another process took the job meanwhile writes nothing: words would stand there twice. Nor
/// does anybody for a message that was erased meanwhile; its file goes.
Result<Done> note(store::Session& session, const store::AttachmentJob& job, const domain::Attachment& attachment,
                  const QString& words, base::Instant now)
{
    store::Attachments attachments(session);
    const auto isOurs = attachments.isClaimed(job.message, job.attempts);
    if (!isOurs) {
        return fail(isOurs.error());
    }
    if (!*isOurs) {
        return attachment.file.isEmpty() ? Result<Done>(Done{}) : store::Erasure(session).leaveFile(attachment.file);
    }
    return attachments.update(job.message, attachment)
        .and_then([&](Done) {
            return attachment.transcript == TranscriptState::Wanted ? attachments.retryAt(job.message, now)
                                                                    : Result<Done>(Done{});
        })
        .and_then([&](Done) { return words.isEmpty() ? Result<Done>(Done{}) : write(session, job, words, now); })
        .map([&](Done) {
            if (attachment.transcript != job.attachment.transcript && isPatients(job)) {
                session.changed(domain::Topic::Waiting, job.conversation.value, job.conversation.value);
            }
            return Done{};
        });
}

} // namespace

Fetcher::Fetcher(store::Store& store, base::Clock& clock, base::Activity& activity,
                 std::vector<channels::Channel*> channels, media::FileDoor& files, media::Transcriber* transcriber,
                 FetchOptions options)
    : m_store(store)
    , m_clock(clock)
    , m_activity(activity)
    , m_channels(std::move(channels))
    , m_files(files)
    , m_transcriber(transcriber)
    , m_options(options)
    , m_random(options.seed)
    , m_workers(options.atOnce + 1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

Fetcher::~Fetcher()
{
    stop();
    m_clock.finishRunning();
    m_workers.drain();
}

void Fetcher::stop()
{
    m_pump.stop();
    m_stop.request_stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_clock.cancel(m_timer);
}

void Fetcher::work()
{
    const auto now = m_clock.now();
    const auto jobs = base::await(
        m_store.read([now](store::Session& session) { return store::Attachments(session).due(now, pageSize); }));
    if (!jobs) {
        qCWarning(lcNode).noquote() << "attachments cannot be read:" << base::describe(jobs.error());
        wakeAt(now + std::chrono::seconds(1));
        return;
    }
    for (const auto& job : *jobs) {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_inFlight.size() >= size_t(m_options.atOnce)) {
            return; // the end of one wakes again
        }
        if (m_inFlight.insert(job.message).second) {
            m_workers.post([this, job, token = m_activity.begin()]() mutable {
                const bool begun = run(job);
                {
                    const std::lock_guard ended(m_mutex);
                    m_inFlight.erase(job.message);
                }
                if (begun) {
                    wake();
                } else {
                    wakeAt(m_clock.now() + std::chrono::seconds(1));
                }
                token.reset();
            });
        }
    }
    const auto next =
        base::await(m_store.read([](store::Session& session) { return store::Attachments(session).nextDue(); }));
    if (next && *next && **next > m_clock.now()) {
        wakeAt(**next);
    }
}

void Fetcher::wakeAt(base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        m_clock.cancel(m_timer);
        m_timer = m_clock.schedule(due, [this] { wake(); });
    }
}

bool Fetcher::run(const Job& job)
{
    const auto until = m_clock.now() + m_options.lease;
    const auto claimed = base::await(m_store.write([&job, until](store::Session& session) {
        return store::Attachments(session).claim(job.message, job.attempts, until);
    }));
    if (!claimed) {
        qCWarning(lcNode).noquote() << "file of message" << job.message.value
                                    << "not claimed:" << base::describe(claimed.error());
        return false;
    }
    if (!*claimed) {
        return true; // another process has it
    }
    base::cutPoint("fetch.claimed");
    job.attachment.state == AttachmentState::Remote ? fetch(job) : writeDown(job);
    return true;
}

Result<channels::MediaFile> Fetcher::ask(const Job& job)
{
    const auto conversation = base::await(m_store.read(
        [id = job.conversation](store::Session& session) { return store::Conversations(session).find(id); }));
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto channel = std::ranges::find_if(m_channels, [&](const channels::Channel* one) {
        return one->kind() == conversation->address.channel && one->account() == conversation->address.account;
    });
    if (channel == m_channels.end()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("the channel account is not configured"));
    }
    const qint64 most = m_files.most(job.kind);
    if (job.attachment.size > most) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the file is longer than what is kept"));
    }
    return base::await((*channel)->fetchMedia(job.attachment.reference, most), m_stop.get_token());
}

void Fetcher::fetch(const Job& job)
{
    const auto file = ask(job);
    base::cutPoint("fetch.answered");
    if (file) {
        keep(job, *file);
    } else {
        fetchFailed(job, file.error());
    }
}

void Fetcher::keep(const Job& job, const channels::MediaFile& file)
{
    const bool isTold = !file.type.isEmpty() && file.type != QLatin1String("application/octet-stream");
    const auto type = media::acceptedType(isTold ? file.type : job.attachment.type, file.bytes);
    const auto id = type ? m_files.keep(job.kind, file.bytes) : fail(type.error());
    if (!id) {
        return fetchFailed(job, id.error());
    }
    base::cutPoint("fetch.kept");
    domain::Attachment kept = job.attachment;
    kept.state = AttachmentState::Kept;
    kept.file = *id;
    kept.type = *type;
    kept.size = file.bytes.size();
    finish(job, kept);
}

void Fetcher::fetchFailed(const Job& job, const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        return again(job, {}); // the program ends; the next start takes it up at once
    }
    qCWarning(lcNode).noquote() << "file of message" << job.message.value << "not fetched:" << base::describe(error);
    domain::Attachment ended = job.attachment;
    if (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Unsupported) {
        ended.state = AttachmentState::Refused;
        giveUpWords(job, ended);
        return finish(job, ended);
    }
    const bool isGone = (error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden) &&
                        job.attempts + 1 >= m_options.missing;
    const auto delay = isGone ? std::nullopt : delayAfter(job, error);
    if (delay) {
        return again(job, *delay);
    }
    ended.state = AttachmentState::Lost;
    giveUpWords(job, ended);
    finish(job, ended);
}

void Fetcher::writeDown(const Job& job)
{
    if (job.delivery == domain::DeliveryState::Withdrawn) {
        return writingFailed(job, {ErrorCode::NotFound, {}, QStringLiteral("it was taken back")});
    }
    if (!m_transcriber) {
        return writingFailed(job, {ErrorCode::Unsupported, {}, QStringLiteral("no transcription service is set")});
    }
    const auto bytes = m_files.read(job.attachment.file);
    if (!bytes) {
        return writingFailed(job, bytes.error());
    }
    const auto words = base::await(m_transcriber->transcribe(*bytes, job.attachment.type), m_stop.get_token());
    base::cutPoint("fetch.written");
    if (!words) {
        return writingFailed(job, words.error());
    }
    if (words->isEmpty()) {
        return writingFailed(job, {ErrorCode::InvalidInput, {}, QStringLiteral("no words are heard in it")});
    }
    domain::Attachment written = job.attachment;
    written.transcript = TranscriptState::Written;
    finish(job, written, *words);
}

void Fetcher::writingFailed(const Job& job, const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        return again(job, {});
    }
    qCWarning(lcNode).noquote() << "voice note of message" << job.message.value
                                << "not written down:" << base::describe(error);
    const bool mayPass = base::isTransient(error.code) || error.code == ErrorCode::Timeout;
    const auto delay = mayPass && m_clock.now() < job.since + m_options.words ? delayAfter(job, error) : std::nullopt;
    if (delay) {
        return again(job, *delay);
    }
    domain::Attachment failed = job.attachment;
    giveUpWords(job, failed);
    finish(job, failed);
}

/// What became of it, in one write. Whoever waits for words that came or will not come goes on.
void Fetcher::finish(const Job& job, const domain::Attachment& attachment, const QString& words)
{
    const auto now = m_clock.now();
    const auto done =
        base::await(m_store.write([&](store::Session& session) { return note(session, job, attachment, words, now); }));
    base::cutPoint("fetch.committed");
    if (!done) {
        // The lease ends, and it is done again: the same file has the same id.
        qCWarning(lcNode).noquote() << "file of message" << job.message.value
                                    << "not noted:" << base::describe(done.error());
    }
}

std::optional<base::Duration> Fetcher::delayAfter(const Job& job, const Error& error)
{
    // A reading may always be done again: whatever went wrong, it went wrong without effect.
    const Error passing{ErrorCode::Unavailable, {}, {}, error.retryAfter};
    const std::lock_guard lock(m_mutex);
    return m_options.retry.delayAfter(job.attempts + 1, passing, m_random);
}

void Fetcher::again(const Job& job, base::Duration delay)
{
    const auto due = m_clock.now() + delay;
    const auto noted = base::await(m_store.write(
        [&job, due](store::Session& session) { return store::Attachments(session).retryAt(job.message, due); }));
    if (!noted) {
        qCWarning(lcNode).noquote() << "file of message" << job.message.value
                                    << "not put off:" << base::describe(noted.error());
    }
}

} // namespace delpek::node
