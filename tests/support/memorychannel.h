// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

#include <functional>
#include <map>
#include <mutex>

namespace delpek::test
{

/// A channel without a provider: deliveries are our own JSON, sends are kept in memory, files are those that were given
/// to it. Its buttons, window and echo follow the kind it stands for, until setCapabilities. Any thread.
class MemoryChannel final : public channels::Channel
{
public:
    struct Sent {
        qint64 order = 0; ///< 1, 2, 3 … over all conversations
        channels::Outgoing outgoing;
        QString providerId;
    };

    explicit MemoryChannel(domain::ChannelKind kind, QString account = QStringLiteral("memory"));

    domain::ChannelKind kind() const override { return m_kind; }
    QString account() const override { return m_account; }
    channels::Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    Future<channels::Receipt> send(const channels::Outgoing& outgoing) override;
    Result<Done> checkFile(const channels::OutgoingFile& file) const override;
    Future<channels::MediaFile> fetchMedia(const QString& reference, qint64 most) override;
    Future<Done> showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing) override;

    /// The bytes of one delivery with these events of one patient.
    static QByteArray delivery(const std::vector<domain::Event>& events);

    /// Asked before each send; an error is what the send ends with. It may run on any thread.
    void setFault(std::function<std::optional<Error>()> fault);
    /// Told of each send that was accepted, before its receipt is.
    void onSent(std::function<void(const Sent&)> observer);
    std::vector<Sent> sent() const;
    /// To be called before the channel is used.
    void setCapabilities(const channels::Capabilities& capabilities) { m_capabilities = capabilities; }
    /// What fetchMedia gives for that reference from now on, also an error; NotFound for all others.
    void setFile(const QString& reference, const Result<channels::MediaFile>& file);
    /// How often fetchMedia was asked.
    int fetches() const;
    /// Called when a file is asked for, before the answer.
    void onFetch(std::function<void()> call) { m_onFetch = std::move(call); }
    /// The messages that were shown as read.
    QStringList read() const;

private:
    domain::ChannelKind m_kind;
    QString m_account;
    channels::Capabilities m_capabilities;
    mutable std::mutex m_mutex;
    std::function<std::optional<Error>()> m_fault;
    std::function<void(const Sent&)> m_observer;
    std::vector<Sent> m_sent;
    std::map<QString, Result<channels::MediaFile>> m_files;
    int m_fetches = 0;
    std::function<void()> m_onFetch;
    QStringList m_read;
};

} // namespace delpek::test
