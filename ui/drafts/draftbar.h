// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/agentdraft.h"
#include "domain/change.h"
#include "ui/context.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;

namespace delpek::ui
{

class ElidedLabel;

/// What the agent would answer, above the composer: to be used, changed there, or put away. Nothing is sent from here.
class DraftBar final : public QFrame
{
    Q_OBJECT

public:
    /// `isWritten`: whether the composer holds these words.
    DraftBar(const Context& context, std::function<bool(const QString&)> isWritten, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    /// Asks the agent for a draft.
    void ask();
    /// Takes the words that are shown, when they can be taken.
    void use();
    /// What stands in the composer changed.
    void lookAtComposer();

Q_SIGNALS:
    /// The words are to go into the composer of that conversation.
    void used(delpek::domain::ConversationId id, const QString& words);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void read();
    void refresh();
    /// Whether the words that this person took stand in the composer.
    bool isThere() const;
    void fitHeight();
    template <typename T>
    void follow(const Future<T>& future);

    Context m_context;
    std::function<bool(const QString&)> m_isWritten;
    domain::ConversationId m_id;
    std::optional<domain::AgentDraft> m_draft;
    bool m_taking = false;
    bool m_wasThere = false;
    QLabel* m_mark;
    ElidedLabel* m_heading;
    QScrollArea* m_scroll;
    QLabel* m_text;
    QLabel* m_note;
    QPushButton* m_use;
    QPushButton* m_again;
    QPushButton* m_dismiss;
};

} // namespace delpek::ui
