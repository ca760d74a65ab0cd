// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/change.h"
#include "domain/latersend.h"
#include "ui/context.h"

#include <QFrame>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace delpek::ui
{

/// What is planned in a conversation, below its messages: each as the bubble it will be, with its time and author, and
/// what was not sent with its reason.
class LaterBar final : public QFrame
{
    Q_OBJECT

public:
    explicit LaterBar(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);

Q_SIGNALS:
    /// One becomes the draft again: what is written now must be saved first.
    void editWanted();
    /// It is the draft of the conversation now.
    void edited(delpek::domain::ConversationId id, const QString& planned, const QString& draft);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void read();
    void edit(const domain::LaterSend& planned);
    template <typename T>
    void follow(const Future<T>& future);
    void build();
    QWidget* ghost(const domain::LaterSend& planned);
    void fitHeight();

    Context m_context;
    domain::ConversationId m_id;
    std::vector<domain::LaterSend> m_shown;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QVBoxLayout* m_column;
};

} // namespace delpek::ui
