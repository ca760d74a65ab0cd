#include "dialogue.h"
#include <QDir>
#include <QRegularExpression>
#include <iostream>
using namespace delpek; using namespace delpek::test;
static QString T(const base::Json&j){return j.is_string()?QString::fromStdString(j.get<std::string>()):QString();}
int main(int argc,char**argv){
  QCoreApplication app(argc,argv); Gates gates; int pass=0,total=0;
  QDir dir(QStringLiteral("/work/shared/data/scenarios"));
  const QString only=argc>1?QString::fromLocal8Bit(argv[1]):QString();
  for(const auto&f:dir.entryList({QStringLiteral("*.json")})){
    if(!only.isEmpty()&&!f.contains(only))continue;
    QFile file(dir.filePath(f)); file.open(QIODevice::ReadOnly); auto j=*base::parseJson(file.readAll());
    auto cf=j.contains("clinic")?orEnd(clinic::clinicFileFrom(j["clinic"])):demoClinic();
    Dialogue d(gates,base::textAt(j["patient"],"phone"),domain::Language::Hebrew,cf,base::textAt(j,"now").left(16));
    const auto before=d.visits(); QStringList out; QStringList tr; int turns=0; auto hi=-1;
    auto turn=[&](QStringList texts,QString choice=QString()){ ++turns; d.say(texts,choice); tr<<QStringLiteral("P: ")+texts.join(QStringLiteral(" / ")); for(auto&r:d.last.replies){out<<r.reply.text; tr<<QStringLiteral("A[%1]: %2").arg(base::toText(r.reply.asks),r.reply.text);} if(d.last.replies.empty())tr<<QStringLiteral("A: (silent: %1)").arg(base::toCompactText(d.last.decision.steps.back().detail)); if(d.last.escalation){hi=std::max(hi,int(d.last.escalation->urgency));tr<<QStringLiteral("   ! %1 %2").arg(base::toText(d.last.escalation->urgency),d.last.escalation->reason);} for(auto&s:d.last.decision.steps){ if(s.kind==domain::StepKind::Understanding||(s.kind==domain::StepKind::Guard&&!base::boolAt(s.detail,"allowed"))||(s.kind==domain::StepKind::Tool&&s.detail.contains("error")))tr<<QStringLiteral("      %1 %2").arg(s.name,base::toCompactText(s.detail).left(500)); } };
    for(auto&s:j["script"]){
      if(s.contains("say")){auto v=s["say"]; QStringList t; if(v.is_array())for(auto&x:v)t<<T(x); else if(v.is_string())t<<T(v); else for(const char*k:{"edit","voice","reaction"})if(v.contains(k))t<<T(v[k]); turn(t);} 
      else if(s.contains("answer")){int max=s.value("max",8); for(int i=0;i<max&&d.conversation.holder.kind==domain::HolderKind::Agent;++i){ auto a=d.asks(); if(a==domain::Asks::Nothing||d.last.replies.empty())break; auto k=base::toText(a).toStdString(); auto&m=s["answer"]; QString text=T(m.contains(k)?m[k]:m["*"]); if(text.startsWith(QLatin1Char('#'))){auto o=d.last.replies.back().reply.options; size_t n=size_t(text.mid(1).toInt()-1); if(n<o.size()){turn({o[n].label},o[n].value);continue;} } turn({text}); } }
      else if(s.contains("wait")){ auto w=T(s["wait"]); int n=w.mid(w.startsWith(QLatin1String("PT"))?2:1).chopped(1).toInt(); int mult=w.endsWith(QLatin1Char('H'))?3600:w.endsWith(QLatin1Char('D'))?86400:w.endsWith(QLatin1Char('M'))?60:1; d.clock.advance(std::chrono::seconds(n*mult)); }
      else if(s.contains("staff")){auto a=s["staff"]; if(a.contains("take_over"))d.conversation.holder.kind=domain::HolderKind::Staff; if(a.contains("reply")){d.conversation.holder.kind=domain::HolderKind::Staff;d.write(domain::AuthorKind::Staff,T(a["reply"]));} if(a.contains("doctor_reply")){d.conversation.holder.kind=domain::HolderKind::Doctor;d.write(domain::AuthorKind::Doctor,T(a["doctor_reply"]));} if(a.contains("hand_back")||a.contains("close_escalation")){d.conversation.holder.kind=domain::HolderKind::Agent;d.conversation.urgency=domain::Urgency::Routine;} }
      else if(s.contains("fault")){ if(base::textAt(s["fault"],"target")==QLatin1String("clinic"))d.fault=Error{ErrorCode::Unavailable,{},QStringLiteral("down"),{}}; }
    }
    d.fault.reset(); QStringList bad; auto&e=j["expect"]; const QString all=out.join(QLatin1Char('\n'));
    for(auto&r:e.value("says",base::Json::array()))if(!QRegularExpression(T(r)).match(all).hasMatch())bad<<QStringLiteral("says ")+T(r).left(60);
    for(auto&r:e.value("never_says",base::Json::array())){auto m=QRegularExpression(T(r)).match(all);if(m.hasMatch())bad<<QStringLiteral("never ")+m.captured();}
    auto after=d.visits(); QStringList add,rem; for(auto&v:after)if(!before.contains(v))add<<v; for(auto&v:before)if(!after.contains(v))rem<<v;
    auto cmp=[&](const char*key,QStringList got){ auto want=e.value(key,base::Json::array()); if(int(want.size())!=got.size()){bad<<QStringLiteral("%1: got %2").arg(QLatin1String(key),got.join(QLatin1String(" | ")));return;} for(auto&w:want){bool ok=false; for(auto&g:got){auto p=g.split(QLatin1Char(' ')); bool m=(!w.contains("treatment")||base::textAt(w,"treatment")==p[0])&&(!w.contains("doctor")||base::textAt(w,"doctor")==p[1])&&(!w.contains("at")||base::textAt(w,"at")==p[2])&&(!w.contains("from")||(p[2]>=base::textAt(w,"from")&&p[2]<base::textAt(w,"to"))); auto pat=orEnd(base::await(d.book.patient(p[3]))); m=m&&pat.phone&&pat.phone->e164()==base::textAt(w,"patient"); ok=ok||m;} if(!ok)bad<<QStringLiteral("%1 mismatch %2").arg(QLatin1String(key),got.join(QLatin1String(" | ")));} };
    cmp("appointments_added",add); cmp("appointments_removed",rem);
    if(e.contains("escalation")){ if(e["escalation"].is_null()){if(hi>=0)bad<<QStringLiteral("escalated");} else if(hi<0||base::toText(domain::Urgency(hi))!=base::textAt(e["escalation"],"urgency"))bad<<QStringLiteral("escalation wrong"); }
    if(e.contains("holder")&&base::textAt(e,"holder")!=base::toText(d.conversation.holder.kind))bad<<QStringLiteral("holder ")+base::toText(d.conversation.holder.kind);
    if(e.contains("language"))for(auto&o:out)if(base::toText(domain::languageOf(o,domain::Language::Hebrew))!=base::textAt(e,"language"))bad<<QStringLiteral("language: ")+o.left(40);
    if(e.contains("sent_between")&&(out.size()<e["sent_between"][0].get<int>()||out.size()>e["sent_between"][1].get<int>()))bad<<QStringLiteral("sent %1").arg(out.size());
    if(e.contains("max_patient_messages")&&turns>e["max_patient_messages"].get<int>())bad<<QStringLiteral("turns %1").arg(turns);
    ++total; pass+=bad.isEmpty(); std::cout<<(bad.isEmpty()?"PASS ":"FAIL ")<<qPrintable(f)<<"\n"; if(!bad.isEmpty()||!only.isEmpty()){for(auto&l:tr)std::cout<<"    "<<l.toStdString()<<"\n"; for(auto&b:bad)std::cout<<"  ** "<<b.toStdString()<<"\n";}
  }
  std::cout<<pass<<"/"<<total<<"\n";
}
