// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/records.h"

// What single models do of their own around the common methods: defaults, computed values, mails, refusals.

namespace delpek::simulation::odoo
{

void beforeCreate(Records& records, const Model& model, base::Json& values);
void afterCreate(Records& records, const Model& model, qint64 id);
void beforeWrite(Records& records, const Model& model, qint64 id, base::Json& values);
void afterWrite(Records& records, const Model& model, qint64 id, const base::Json& before, const base::Json& values);
void beforeUnlink(Records& records, const Model& model, qint64 id);

/// Read rights of the model and of single fields. `wanted` empty: all fields, which a limited user may not read of a
/// partner, because one of them writes.
void demandFields(const Env& env, const Model& model, const QStringList& wanted);
/// What others see of a private event.
void hidePrivate(const Env& env, const Model& model, qint64 id, base::Json& row);

// calendar.event
namespace calendar
{
void beforeCreate(Records& records, base::Json& values);
void afterCreate(Records& records, qint64 id);
void beforeWrite(Records& records, qint64 id, base::Json& values);
void afterWrite(Records& records, qint64 id, const base::Json& before, const base::Json& values);
bool isHidden(const Env& env, const base::Json& event);
} // namespace calendar

// account.move and what belongs to it
namespace accounting
{
void beforeCreate(Records& records, const Model& model, base::Json& values);
/// The sums of an invoice from its lines and payments.
void compute(Records& records, qint64 move);
base::Json post(Records& records, const std::vector<qint64>& moves);
void backToDraft(Records& records, const std::vector<qint64>& moves);
base::Json createPayments(Records& records, const std::vector<qint64>& wizards);
} // namespace accounting

/// message_post; gives the message's id.
qint64 postMessage(Records& records, const QString& model, qint64 id, const base::Json& arguments);

} // namespace delpek::simulation::odoo
