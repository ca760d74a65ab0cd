// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/attachmentactions.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/problembar.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/picture.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>
#include <QStandardPaths>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("attachment");

Result<Done> write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable, file.errorString(), QStringLiteral("attachment.notSaved"));
    }
    return Done{};
}

} // namespace

AttachmentActions::AttachmentActions(const Context& context, ThreadView& view, const ThreadWindow& window)
    : QObject(&view)
    , m_context(context)
    , m_view(view)
    , m_window(window)
{
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
    whenDone(m_context.desk.attachmentBytes(id), this, [this, id, path](const auto& bytes) {
        const auto saved = bytes.and_then([&](const QByteArray& content) { return write(path, content); });
        if (saved) {
            m_context.problems.worked(source);
        } else {
            m_context.problems.report(source, saved.error(), [this, id] { save(id); });
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

void AttachmentActions::copyPlace(domain::MessageId id)
{
    if (const domain::Message* message = find(id); message != nullptr && message->place) {
        QGuiApplication::clipboard()->setText(attachmentwords::placeLink(*message->place));
    }
}

} // namespace delpek::ui
