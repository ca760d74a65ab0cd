// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/attachmentactions.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/savefile.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/lightbox.h"
#include "ui/thread/picture.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"
#include "ui/thread/voiceplayer.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QUrl>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("attachment");

} // namespace

AttachmentActions::AttachmentActions(const Context& context, ThreadView& view, const ThreadWindow& window)
    : QObject(&view)
    , m_context(context)
    , m_view(view)
    , m_window(window)
    , m_voice(new VoicePlayer(this))
{
    connect(m_voice, &VoicePlayer::progressed, this,
            [this](domain::MessageId id, const Listening& listening) { m_view.setListening(id, listening); });
    connect(m_voice, &VoicePlayer::ended, this, [this](domain::MessageId id) { m_view.setListening(id, {}); });
    connect(m_voice, &VoicePlayer::failed, this,
            [this](const base::Error& error) { m_context.problems.report(source, error); });
}

const domain::Message* AttachmentActions::find(domain::MessageId id) const
{
    const auto& messages = m_window.messages();
    const auto place = std::ranges::find(messages, id, &domain::Message::id);
    return place == messages.end() ? nullptr : &*place;
}

void AttachmentActions::save(domain::MessageId id)
{
    const domain::Message* message = find(id);
    if (message == nullptr) {
        return;
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    auto* dialog = new QFileDialog(&m_view, tr("Save the file"), folder.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(attachmentwords::suggestedName(*message));
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString& path) { saveAs(id, path); });
    dialog->open();
}

void AttachmentActions::saveAs(domain::MessageId id, const QString& path)
{
    const auto saved = m_context.desk.attachmentBytes(id).then(
        [path](const auto& bytes) { return bytes ? saveFile(path, *bytes) : base::ready<Done>(fail(bytes.error())); });
    whenDone(saved, this, [this, id](const Result<Done>& done) {
        if (done) {
            m_context.problems.worked(source);
        } else {
            m_context.problems.report(source, done.error(), [this, id] { save(id); });
        }
    });
}

void AttachmentActions::showPicture(domain::MessageId id)
{
    const domain::Message* message = find(id);
    if (message == nullptr || !message->attachment || !picture::canShow(*message->attachment)) {
        return;
    }
    const double ratio = m_view.devicePixelRatioF();
    const int side = int(picture::longestSide * ratio);
    const auto decoded =
        m_context.desk.attachmentBytes(id).then([type = message->attachment->type, side](const auto& bytes) {
            return bytes ? picture::decodeLater(*bytes, type, side) : base::ready<QImage>(fail(bytes.error()));
        });
    whenDone(decoded, this, [this, id, ratio](const Result<QImage>& image) {
        if (!image) {
            m_context.problems.report(source, image.error());
            return;
        }
        m_context.problems.worked(source);
        QImage shown = *image;
        shown.setDevicePixelRatio(ratio);
        m_view.showPicture(id, shown);
    });
}

void AttachmentActions::openPicture(domain::MessageId id)
{
    auto* box = new LightBox(m_context, m_window, m_view.patientName(), m_stage ? m_stage : m_view.window());
    connect(box, &LightBox::saveWanted, this, &AttachmentActions::save);
    box->show(id);
}

void AttachmentActions::playVoice(domain::MessageId id)
{
    if (m_voice->current() == id) {
        m_voice->resume();
        return;
    }
    if (!VoicePlayer::hasDevice()) {
        m_context.problems.report(source, Error{ErrorCode::Unsupported, QStringLiteral("voice.noDevice"), {}});
        return;
    }
    whenDone(m_context.desk.attachmentBytes(id), this, [this, id](const auto& bytes) {
        if (!bytes) {
            m_context.problems.report(source, bytes.error());
            return;
        }
        m_context.problems.worked(source);
        m_voice->play(id, *bytes);
    });
}

void AttachmentActions::pauseVoice()
{
    m_voice->pause();
}

void AttachmentActions::stopVoice()
{
    m_voice->stop();
}

void AttachmentActions::openMap(domain::MessageId id)
{
    if (const domain::Message* message = find(id); message != nullptr && message->place) {
        if (!QDesktopServices::openUrl(QUrl(attachmentwords::placeLink(*message->place)))) {
            m_context.problems.report(source, Error{ErrorCode::Unavailable, QStringLiteral("map.noBrowser"), {}});
        }
    }
}

void AttachmentActions::copyPlace(domain::MessageId id)
{
    if (const domain::Message* message = find(id); message != nullptr && message->place) {
        QGuiApplication::clipboard()->setText(attachmentwords::placeLink(*message->place));
    }
}

} // namespace delpek::ui
