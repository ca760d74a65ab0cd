// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// Above a thread that a search led to: what was searched, and the way to the other places in this conversation.
/// Hidden where nothing was searched.
class FoundBar final : public QFrame
{
    Q_OBJECT

public:
    explicit FoundBar(const Context& context, QWidget* parent = nullptr);

    void begin(domain::ConversationId conversation, domain::MessageId at, const QString& search);
    void end();
    void goOlder() { go(true); }
    void goNewer() { go(false); }

Q_SIGNALS:
    void reached(delpek::domain::MessageId id);
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void go(bool older);
    void retranslate();

    Context m_context;
    domain::ConversationId m_conversation;
    domain::MessageId m_at;
    QString m_search;
    int m_generation = 0;
    QLabel* m_words;
    QLabel* m_note;
    QPushButton* m_older;
    QPushButton* m_newer;
    QPushButton* m_close;
};

} // namespace delpek::ui
