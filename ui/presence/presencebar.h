// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;

namespace delpek::ui
{

class ElidedLabel;

/// Who else has the open conversation before them, above the composer; nothing is shown for nobody.
class PresenceBar final : public QFrame
{
    Q_OBJECT

public:
    explicit PresenceBar(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Context m_context;
    domain::ConversationId m_id;
    QLabel* m_mark;
    ElidedLabel* m_text;
};

} // namespace delpek::ui
