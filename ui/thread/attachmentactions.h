// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "ui/context.h"

#include <QObject>

namespace delpek::ui
{

class ThreadView;
class ThreadWindow;
class VoicePlayer;

/// What a person does with a message's file or place: saves it where he says, looks at a picture, listens, opens or
/// copies the link. Nothing of this happens by itself.
class AttachmentActions final : public QObject
{
    Q_OBJECT

public:
    /// The view and the window outlive it.
    AttachmentActions(const Context& context, ThreadView& view, const ThreadWindow& window);

    /// Asks for the place in a dialog, then saves.
    void save(domain::MessageId id);
    void saveAs(domain::MessageId id, const QString& path);
    void showPicture(domain::MessageId id);
    /// What a large picture covers; without it the whole window.
    void setStage(QWidget& stage) { m_stage = &stage; }
    /// Large, over the stage.
    void openPicture(domain::MessageId id);
    void playVoice(domain::MessageId id);
    void pauseVoice();
    /// Whoever goes to another conversation hears nothing of this one.
    void stopVoice();
    /// Opens the place in the system's browser: the button says where that leads.
    void openMap(domain::MessageId id);
    void copyPlace(domain::MessageId id);

private:
    const domain::Message* find(domain::MessageId id) const;

    Context m_context;
    ThreadView& m_view;
    const ThreadWindow& m_window;
    VoicePlayer* m_voice;
    QWidget* m_stage = nullptr;
};

} // namespace delpek::ui
