// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demoday.h"

#include <QDir>

namespace delpek::ui
{
class MainWindow;
}

namespace delpek::app
{

/// The demo day played to its end without anybody at the desk: a receptionist of ours takes over the conversation that
/// needs a person, the transcript goes to standard output, pictures of the window into a folder. UI thread.
class PlayedDay final : public QObject
{
    Q_OBJECT

public:
    PlayedDay(Demo& demo, ui::MainWindow& window, const QDir& pictures, QObject* parent = nullptr);
    void begin();

Q_SIGNALS:
    /// Empty when everything went as it should, else the reason.
    void ended(const QString& reason);

private:
    enum class Desk { Waiting, TakingOver, Replied, HandingBack, Done };

    void onMoved();
    void print();
    void atTheDesk();
    void takeOver(domain::ConversationId id);
    void handBack(domain::ConversationId id);
    void checkEnd();
    QString verdict() const;
    /// One picture of the window: which conversation, in which dress.
    struct Picture {
        QString name;
        QString user;
        domain::Language language = domain::Language::Hebrew;
        bool dark = false;
    };
    void order(Picture picture);
    void takeNext();
    void end(const QString& reason);

    Demo& m_demo;
    ui::MainWindow& m_window;
    QDir m_pictures;
    DemoDay m_day;
    Desk m_desk = Desk::Waiting;
    std::map<domain::MessageId, bool> m_printed;
    std::optional<domain::MessageId> m_takeOverAfter;
    QTimer m_patience;
    std::vector<Picture> m_ordered;
    bool m_taking = false;
    bool m_ending = false;
    bool m_ended = false;
};

} // namespace delpek::app
