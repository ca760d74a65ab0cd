// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notewords.h"

#include "domain/isolate.h"
#include "ui/wording.h"

#include <QCoreApplication>

namespace delpek::ui::notewords
{

namespace
{

struct NoteWords {
    Q_DECLARE_TR_FUNCTIONS(NoteWords)
};

} // namespace

QString heading(const domain::InternalNote& note, base::Instant now)
{
    return NoteWords::tr("Internal note · %1 · %2")
        .arg(domain::isolate(note.author), domain::isolate(words::stamp(note.writtenAt, now)));
}

QString source(const QString& author)
{
    return NoteWords::tr("Internal note of %1").arg(domain::isolate(author));
}

} // namespace delpek::ui::notewords
