// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/labeleditor.h"

#include "desk/desk.h"
#include "desk/sorting.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/labelmark.h"
#include "ui/sorting/sortingwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStyle>

namespace delpek::ui
{

using domain::Label;

LabelEditor::LabelEditor(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_labels(new LabelBook(context, this))
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_colour(new QComboBox(this))
    , m_said(new QLabel(this))
    , m_new(new QPushButton(tr("New label"), this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("labelEditor"));
    setWindowTitle(tr("Labels"));
    m_list->setAccessibleName(tr("Labels"));
    m_name->setObjectName(QStringLiteral("labelName"));
    m_name->setMaxLength(domain::maxLabelName);
    for (const auto& [colour, word] : base::enumWords<domain::LabelColour>) {
        m_colour->addItem(labelIcon(context.theme.colours(), colour), words::labelColour(colour), int(colour));
    }
    m_said->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("saveLabel"));
    m_remove->setObjectName(QStringLiteral("removeLabel"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_new, m_remove, close}) {
        button->setAutoDefault(false);
    }
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(m_new);
    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Colour"), m_colour);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_save);
    auto* right = new QVBoxLayout;
    right->addLayout(form);
    right->addWidget(m_said);
    right->addStretch();
    right->addLayout(buttons);
    auto* both = new QHBoxLayout;
    both->setSpacing(16);
    both->addLayout(left, 1);
    both->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(both, 1);
    auto* last = new QHBoxLayout;
    last->addStretch();
    last->addWidget(close);
    column->addLayout(last);
    resize(520, 340);

    connect(m_labels, &LabelBook::changed, this, &LabelEditor::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &LabelEditor::choose);
    connect(m_name, &QLineEdit::textChanged, this, &LabelEditor::refresh);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &LabelEditor::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_list->setCurrentRow(-1);
        choose();
        m_name->setFocus();
    });
    connect(m_save, &QPushButton::clicked, this, &LabelEditor::save);
    connect(m_remove, &QPushButton::clicked, this, &LabelEditor::askToRemove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    fill();
    if (m_labels->all().empty()) {
        choose();
    }
}

void LabelEditor::fill()
{
    takeOver();
    const auto wanted = m_shown.id;
    const bool isBegun = isChanged();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const auto& label : m_labels->all()) {
        m_list->addItem(new QListWidgetItem(labelIcon(m_context.theme.colours(), label.colour), label.name));
    }
    const int row = rowOf(wanted);
    // A label that is gone leaves none chosen, so that nothing meant for it is done to its neighbour.
    m_list->setCurrentRow(row >= 0 || isBegun || wanted.isValid() ? row : 0);
    // What is being written stays.
    if (!isBegun) {
        choose();
    }
    refresh();
}

/// Another desk was quicker and that was said: saving again means to write over what is there now.
void LabelEditor::takeOver()
{
    const auto* now = m_isOverwriting ? m_labels->find(m_shown.id) : nullptr;
    if (now != nullptr) {
        m_shown = *now;
    }
}

void LabelEditor::choose()
{
    m_isOverwriting = false;
    const int row = m_list->currentRow();
    m_shown = row >= 0 && row < int(m_labels->all().size()) ? m_labels->all()[size_t(row)] : Label{};
    m_name->setText(m_shown.name);
    m_colour->setCurrentIndex(m_colour->findData(int(m_shown.colour)));
    refresh();
}

Label LabelEditor::written() const
{
    return {m_shown.id, m_name->text(), domain::LabelColour(m_colour->currentData().toInt())};
}

int LabelEditor::rowOf(domain::LabelId id) const
{
    const auto place = std::ranges::find(m_labels->all(), id, &Label::id);
    return place == m_labels->all().end() ? -1 : int(place - m_labels->all().begin());
}

bool LabelEditor::isChanged() const
{
    return !(written() == m_shown);
}

/// Nothing else is begun while the desk answers.
void LabelEditor::setBusy(bool busy)
{
    m_isBusy = busy;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_list, m_name, m_colour, m_new}) {
        widget->setEnabled(!busy);
    }
    refresh();
}

void LabelEditor::save()
{
    Label label = written();
    label.name = label.name.simplified();
    setBusy(true);
    auto& sorting = m_context.desk.sorting();
    auto kept = label.id.isValid()
                    ? sorting.changeLabel(m_shown, label).then([id = label.id](const Result<Done>& done) {
                          return done.map([id](Done) { return id; });
                      })
                    : sorting.addLabel(label);
    whenDone(std::move(kept), this, [this, label](const Result<domain::LabelId>& id) {
        if (id) {
            m_isOverwriting = false;
            m_shown = label;
            m_shown.id = *id;
            m_name->setText(m_shown.name);
            const QSignalBlocker blocker(m_list);
            m_list->setCurrentRow(rowOf(m_shown.id));
            say(tr("Saved for all desks."), false);
        } else {
            m_isOverwriting = id.error().key == QLatin1String("label.changed");
            takeOver();
            say(words::sentence(id.error()), true);
        }
        setBusy(false);
    });
}

void LabelEditor::askToRemove()
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete label"),
                                tr("Delete the label %1? It comes off every conversation that has it, at all desks.")
                                    .arg(domain::isolate(m_shown.name)),
                                QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("removeLabelBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, id = m_shown.id](QAbstractButton* pressed) {
        if (pressed == yes) {
            remove(id);
        }
    });
    box->open();
}

void LabelEditor::remove(domain::LabelId id)
{
    setBusy(true);
    whenDone(m_context.desk.sorting().removeLabel(id), this, [this](const auto& removed) {
        if (removed) {
            say(tr("Deleted, also from the conversations that had it."), false);
        } else {
            say(words::sentence(removed.error()), true);
        }
        setBusy(false);
    });
}

void LabelEditor::say(const QString& text, bool isTrouble)
{
    m_said->setObjectName(isTrouble ? QStringLiteral("formTrouble") : QString());
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
    m_said->setText(text);
}

void LabelEditor::refresh()
{
    const bool isBegun = isChanged();
    m_save->setEnabled(!m_isBusy && isBegun && !m_name->text().trimmed().isEmpty());
    m_remove->setEnabled(!m_isBusy && m_shown.id.isValid() && !isBegun);
    m_remove->setToolTip(tr("Takes the label off all conversations, too"));
}

} // namespace delpek::ui
