// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/sorter.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/sortingwords.h"
#include "ui/wording.h"

namespace delpek::ui
{

Sorter::Sorter(const Context& context, const LabelBook& labels, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_labels(labels)
{
}

void Sorter::sort(const std::vector<domain::ConversationId>& ids, const desk::SortAct& act)
{
    whenDone(m_context.desk.sorting().sort(ids, act), this, [this](const auto& done) {
        m_last.reset();
        if (!done) {
            return say([error = done.error()] { return words::sentence(error); });
        }
        if (!done->changed.empty()) {
            m_last = *done;
        }
        const auto* label = m_labels.find(done->act.label);
        say([this, done = *done, name = label == nullptr ? QString() : label->name] {
            return words::sorted(done, name, m_context.desk.now());
        });
    });
}

void Sorter::say(std::function<QString()> sentence)
{
    m_sentence = std::move(sentence);
    Q_EMIT said(m_sentence());
}

void Sorter::undo()
{
    const auto last = std::exchange(m_last, std::nullopt);
    if (!last) {
        return;
    }
    const int wanted = int(last->changed.size());
    whenDone(m_context.desk.sorting().undo(*last), this, [this, wanted, last](const auto& undone) {
        if (!undone) {
            m_last = last;
            return say([error = undone.error()] { return words::sentence(error); });
        }
        say([left = wanted - *undone] {
            return left == 0 ? tr("As it was before.")
                             : tr("%n stay(s) as they are: something happened there since.", nullptr, left);
        });
    });
}

} // namespace delpek::ui
