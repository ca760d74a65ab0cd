// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sorting.h"
#include "ui/context.h"

#include <QObject>

#include <functional>
#include <optional>

namespace delpek::ui
{

class LabelBook;

/// Does things to conversations at once and takes the last of them back. UI thread.
class Sorter final : public QObject
{
    Q_OBJECT

public:
    Sorter(const Context& context, const LabelBook& labels, QObject* parent = nullptr);

    void sort(const std::vector<domain::ConversationId>& ids, const desk::SortAct& act);
    /// Takes the last act back, once.
    void undo();
    bool canUndo() const { return m_last.has_value(); }
    /// What was said last, in the language of now.
    QString sentence() const { return m_sentence ? m_sentence() : QString(); }
    /// The last act is done for good.
    void forget() { m_last.reset(); }

Q_SIGNALS:
    /// In words of the window; canUndo() tells whether it can be taken back.
    void said(const QString& sentence);

private:
    void say(std::function<QString()> sentence);

    Context m_context;
    const LabelBook& m_labels;
    std::optional<desk::Sorted> m_last;
    std::function<QString()> m_sentence;
};

} // namespace delpek::ui
