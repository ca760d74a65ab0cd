// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notemodel.h"

#include "ui/notes/notecard.h"

namespace delpek::ui
{

NoteModel::NoteModel(std::function<base::Instant()> now, QObject* parent)
    : RowModel(parent)
    , m_now(std::move(now))
{
}

QVariant NoteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto& note = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return note.text;
    case Qt::AccessibleTextRole:
        return spokenNote(note, m_now());
    default:
        return {};
    }
}

void NoteModel::set(std::vector<domain::InternalNote> notes)
{
    std::ranges::reverse(notes);
    apply(std::move(notes));
}

} // namespace delpek::ui
