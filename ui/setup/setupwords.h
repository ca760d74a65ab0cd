// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/setup.h"

/// The connections and settings of the clinic in the language of the window.
namespace delpek::ui::setupwords
{

/// "Telegram"
QString name(const QString& connection);
/// What it is and what it needs, in one or two sentences.
QString hint(const QString& connection);
/// "Answers", and what such settings decide.
QString groupName(const QString& group);
QString groupHint(const QString& group);
/// The label of a setting or secret; the key itself when it has none.
QString label(const QString& key);
/// One value of a choice.
QString choice(const QString& key, const QString& value);
/// What a value means for the clinic; empty where its name says it all.
QString effect(const QString& key, const QString& value);
/// What 0 means: "Never"; empty where it is a number like others.
QString zero(const QString& key);
/// Why a setting cannot be changed here; empty for one that can.
QString whyFixed(const desk::Setting& setting);
/// The sentence of an error's key; empty for a key that has none.
QString sentence(const QString& key);
/// The setting or secret that an error is about; empty when it is about none.
QString subject(const base::Error& error);
/// What a person reads: where, and what to do.
QString trouble(const base::Error& error);

} // namespace delpek::ui::setupwords
