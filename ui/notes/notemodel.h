// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/internalnote.h"
#include "ui/rowmodel.h"

#include <functional>

namespace delpek::ui
{

namespace detail
{
inline constexpr auto noteId = [](const domain::InternalNote& note) { return note.id; };
}

/// The notes of one conversation, newest first. UI thread.
class NoteModel final : public RowModel<domain::InternalNote, detail::noteId>
{
    Q_OBJECT

public:
    explicit NoteModel(std::function<base::Instant()> now, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    /// As the desk gives them, oldest first.
    void set(std::vector<domain::InternalNote> notes);

private:
    std::function<base::Instant()> m_now;
};

} // namespace delpek::ui
