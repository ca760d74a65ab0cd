// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/labelbook.h"

#include "desk/desk.h"
#include "desk/sorting.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"

namespace delpek::ui
{

LabelBook::LabelBook(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::find(changes, domain::Topic::Label, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    read();
}

const domain::Label* LabelBook::find(domain::LabelId id) const
{
    const auto place = std::ranges::find(m_labels, id, &domain::Label::id);
    return place == m_labels.end() ? nullptr : &*place;
}

void LabelBook::read()
{
    whenDone(m_context.desk.sorting().labels(), this, [this](const auto& labels) {
        const auto source = QStringLiteral("labels");
        if (!labels) {
            m_context.problems.report(source, labels.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_labels = *labels;
        m_isRead = true;
        Q_EMIT changed();
    });
}

} // namespace delpek::ui
