// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QStringList>

#include <vector>

namespace delpek::ui
{

/// A page of the guide, ready to be shown.
struct HelpPage {
    QString id; ///< "daybook"
    QString title;
    QString markdown; ///< links are ids of pages, pictures stand below ":/delpek/guide/"
};

/// The guide as it is compiled in, in the order in which somebody new would read it; empty in a build without it.
std::vector<HelpPage> helpPages(domain::Language language);
/// The ids of helpPages().
QStringList helpTopics();

/// A page of the guide as Markdown for the window: without the frame and the links that only make sense in a browser.
QString helpMarkdown(const QString& written);

} // namespace delpek::ui
